package uk.concordat.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.UIDFolder;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.FlagTerm;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Consumer;
import org.jboss.logging.Logger;
import uk.concordat.notification.application.MailConfiguration;

/** The mailbox to which mail comes back that could not be delivered. What has been read in it is marked as seen, and stays. */
@ApplicationScoped
public class BounceMailbox {

    private static final Logger LOG = Logger.getLogger(BounceMailbox.class);

    /** A report is smaller, whatever it returns. */
    private static final int LARGEST = 1 << 20;

    private final MailConfiguration configuration;

    /** What could not be fetched the last time; forgotten with a restart. */
    private final Set<Long> unfetchable = new HashSet<>();

    public BounceMailbox(MailConfiguration configuration) {
        this.configuration = configuration;
    }

    boolean isConfigured() {
        return configuration.bounces().host().isPresent();
    }

    /**
     * Hands over each report that has not been seen, and marks it once the taker is done. A message that cannot be fetched is
     * left unseen and comes after all others the next time, so that it holds up none of them, also where it costs the line.
     */
    void read(Consumer<BounceReport> taker) throws MessagingException {
        MailConfiguration.Bounces bounces = configuration.bounces();
        try (Store store = session().getStore()) {
            store.connect(
                    bounces.host().orElseThrow(),
                    bounces.port(),
                    bounces.username().orElse(""),
                    bounces.password().orElse(""));
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_WRITE);
                for (Message message : unseen(inbox)) {
                    take(message, inbox, taker);
                }
            }
        }
    }

    private List<Message> unseen(Folder inbox) throws MessagingException {
        Message[] unseen = inbox.search(new FlagTerm(new Flags(Flags.Flag.SEEN), false));
        FetchProfile ids = new FetchProfile();
        ids.add(UIDFolder.FetchProfileItem.UID);
        inbox.fetch(unseen, ids);
        List<Message> inOrder = new ArrayList<>();
        List<Message> last = new ArrayList<>();
        for (Message message : unseen) {
            (unfetchable.contains(id(inbox, message)) ? last : inOrder).add(message);
        }
        inOrder.addAll(last);
        return inOrder;
    }

    private static long id(Folder inbox, Message message) throws MessagingException {
        return ((UIDFolder) inbox).getUID(message);
    }

    private void take(Message message, Folder inbox, Consumer<BounceReport> taker) throws MessagingException {
        long id = id(inbox, message);
        Optional<BounceReport> report;
        try {
            report = report(message);
        } catch (MessagingException unfetched) {
            unfetchable.add(id);
            if (!inbox.isOpen()) {
                throw unfetched;
            }
            LOG.infof(
                    "A message in the bounce mailbox cannot be fetched, and is tried again: %s",
                    unfetched.getClass().getSimpleName());
            return;
        }
        report.ifPresent(taker);
        message.setFlag(Flags.Flag.SEEN, true);
        unfetchable.remove(id);
    }

    /**
     * Anybody can write to this mailbox, and what is no report is for people to read. It is fetched whole: what servers say
     * of the structure of a report is not to be relied on.
     *
     * @throws MessagingException if it cannot be fetched
     */
    private static Optional<BounceReport> report(Message message) throws MessagingException {
        if (!(message instanceof MimeMessage mime) || message.getSize() > LARGEST) {
            return Optional.empty();
        }
        MimeMessage whole = new MimeMessage(mime);
        if (message.getSize() > 0 && !whole.getAllHeaders().hasMoreElements()) {
            // What a server refuses to hand over, the client takes for an empty message.
            throw new MessagingException("Nothing of it was handed over");
        }
        try {
            return BounceReport.in(whole);
        } catch (MessagingException | IOException | RuntimeException unreadable) {
            LOG.infof(
                    "A message in the bounce mailbox cannot be read: %s",
                    unreadable.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    private Session session() {
        String protocol = configuration.bounces().tls() ? "imaps" : "imap";
        String timeout = Long.toString(configuration.timeout().toMillis());
        Properties properties = new Properties();
        properties.put("mail.store.protocol", protocol);
        properties.put("mail." + protocol + ".connectiontimeout", timeout);
        properties.put("mail." + protocol + ".timeout", timeout);
        properties.put("mail." + protocol + ".writetimeout", timeout);
        // A message counts as seen once what it says has been recorded, and not when it is fetched.
        properties.put("mail." + protocol + ".peek", "true");
        properties.put("mail." + protocol + ".ssl.checkserveridentity", "true");
        return Session.getInstance(properties);
    }
}
