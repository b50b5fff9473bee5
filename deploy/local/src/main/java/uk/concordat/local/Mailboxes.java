package uk.concordat.local;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/** The mail that has arrived, a directory an address and a file a mail, so that it outlasts the mail server. */
public final class Mailboxes {

    private static final String NAME = "[A-Za-z0-9_][A-Za-z0-9._+-]*@[A-Za-z0-9.-]+";

    private final Path root;

    Mailboxes(Path root) {
        this.root = root;
        try {
            Files.createDirectories(root);
        } catch (IOException failure) {
            throw new StackFailure("The mailboxes in " + root + " cannot be used", failure);
        }
    }

    Path root() {
        return root;
    }

    /** @throws IOException if it cannot be written, or the address cannot be the name of a directory */
    synchronized void add(String address, MimeMessage message) throws IOException, MessagingException {
        if (!address.matches(NAME)) {
            throw new IOException("No mailbox is kept for " + address);
        }
        Path inbox = Files.createDirectories(inbox(address));
        // In the order of arrival, which a clock that stands still does not upset.
        String name = "%013d-%06d-%s".formatted(System.currentTimeMillis(), count(inbox), UUID.randomUUID());
        Path written = root.resolve("." + name);
        try (OutputStream file = Files.newOutputStream(written)) {
            message.writeTo(file);
        }
        Files.move(written, inbox.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
    }

    /** Everybody to whom mail has arrived. */
    List<String> addresses() {
        try (Stream<Path> directories = Files.list(root)) {
            return directories
                    .filter(Files::isDirectory)
                    .map(directory -> directory.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException failure) {
            throw new StackFailure("The mailboxes in " + root + " cannot be read", failure);
        }
    }

    /** All mail to an address, in the order in which it arrived. */
    public List<MimeMessage> of(String address) {
        Path inbox = inbox(address);
        if (!address.matches(NAME) || !Files.isDirectory(inbox)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(inbox)) {
            return files.sorted().map(Mailboxes::read).toList();
        } catch (IOException failure) {
            throw new StackFailure("The mailbox of " + address + " cannot be read", failure);
        }
    }

    /** All mail to all addresses of a domain. */
    public List<MimeMessage> ofDomain(String domain) {
        return addresses().stream()
                .filter(address -> address.endsWith("@" + domain))
                .flatMap(address -> of(address).stream())
                .toList();
    }

    private static long count(Path inbox) throws IOException {
        try (Stream<Path> files = Files.list(inbox)) {
            return files.count();
        }
    }

    private Path inbox(String address) {
        return root.resolve(address.toLowerCase(Locale.ROOT)).resolve("INBOX");
    }

    private static MimeMessage read(Path file) {
        try (InputStream mail = Files.newInputStream(file)) {
            return new MimeMessage(Session.getInstance(new Properties()), mail);
        } catch (IOException | MessagingException unreadable) {
            throw new StackFailure("The mail " + file + " cannot be read", unreadable);
        }
    }
}
