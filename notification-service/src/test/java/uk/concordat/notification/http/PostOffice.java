package uk.concordat.notification.http;

import com.icegreen.greenmail.configuration.GreenMailConfiguration;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;

/** A real mail server for all tests, and the gate before it. */
final class PostOffice {

    static final String BOUNCES = "bounces@council.example";

    private static final String LOOPBACK = "127.0.0.1";
    private static final PostOffice ONLY = new PostOffice();

    private final GreenMail server;
    private final SmtpGate gate;
    private final ImapGate bounces;

    private PostOffice() {
        server = new GreenMail(new ServerSetup[] {
            new ServerSetup(port(MailPorts.SERVER), LOOPBACK, ServerSetup.PROTOCOL_SMTP),
            new ServerSetup(port(MailPorts.IMAP_SERVER), LOOPBACK, ServerSetup.PROTOCOL_IMAP)
        });
        server.withConfiguration(GreenMailConfiguration.aConfig().withUser(BOUNCES, BOUNCES, "secret"));
        server.start();
        try {
            gate = new SmtpGate(port("concordat.mail.smtp.port"), port(MailPorts.SERVER));
            bounces = new ImapGate(port("concordat.mail.bounces.port"), port(MailPorts.IMAP_SERVER));
        } catch (IOException taken) {
            throw new IllegalStateException(taken);
        }
    }

    /** It is open from the first time that anybody asks for it. */
    static PostOffice open() {
        return ONLY;
    }

    SmtpGate gate() {
        return gate;
    }

    /** The gate before the mailbox of the bounce address. */
    ImapGate bounces() {
        return bounces;
    }

    /** How many messages lie in the mailbox of the bounce address, read or not. */
    int countOfBounces() {
        try {
            return server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUser(BOUNCES))
                    .getMessageCount();
        } catch (com.icegreen.greenmail.store.FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    /** What has arrived for an address about an enquiry. */
    List<MimeMessage> arrived(String address, Enquiry about) {
        var user = server.getUserManager().getUserByEmail(address);
        return user == null
                ? List.of()
                : Arrays.stream(server.getReceivedMessages())
                        .filter(message -> header(message, "To").equals(address))
                        .filter(message -> header(message, "Subject").contains(about.reference()))
                        .toList();
    }

    /** Puts a message into the mailbox of the bounce address. */
    void comesBack(String message) {
        try {
            MimeMessage parsed = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8)));
            server.getUserManager().getUser(BOUNCES).deliver(parsed);
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /** Whether all that has come back has been read. */
    boolean bouncesAreRead() {
        try {
            var inbox = server.getManagers()
                    .getImapHostManager()
                    .getInbox(server.getUserManager().getUser(BOUNCES));
            return inbox.getUnseenCount() == 0;
        } catch (com.icegreen.greenmail.store.FolderException failure) {
            throw new IllegalStateException(failure);
        }
    }

    static String header(MimeMessage message, String name) {
        try {
            return String.join(
                    ", ",
                    Stream.ofNullable(message.getHeader(name))
                            .flatMap(Arrays::stream)
                            .toList());
        } catch (MessagingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static int port(String setting) {
        return ConfigProvider.getConfig().getValue(setting, Integer.class);
    }
}
