package uk.concordat.notification.mail;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.notification.application.MailConfiguration;
import uk.concordat.notification.domain.MailAddress;
import uk.concordat.notification.domain.Retries;

/**
 * Sends a council's mail that is due. Each is claimed in one transaction, sent outside of any, and what came of it recorded
 * in another: whoever dies in between leaves a claim that runs out, and the mail is sent again under its Message-ID.
 */
@ApplicationScoped
public class MailSweep {

    private static final Logger LOG = Logger.getLogger(MailSweep.class);
    private static final int MOST = 50;

    /** A server that answers each of the steps of a delivery at the last moment takes no longer. */
    private static final int STEPS = 10;

    private final MailTable mails;
    private final Letters letters;
    private final MailFormat format;
    private final Directories directories;
    private final SendingHours hours;
    private final Transactions transactions;
    private final MailConfiguration configuration;

    public MailSweep(
            MailTable mails,
            Letters letters,
            MailFormat format,
            Directories directories,
            SendingHours hours,
            Transactions transactions,
            MailConfiguration configuration) {
        this.mails = mails;
        this.letters = letters;
        this.format = format;
        this.directories = directories;
        this.hours = hours;
        this.transactions = transactions;
        this.configuration = configuration;
    }

    /** A mail in hand, and where it goes. */
    private record InHand(QueuedMail mail, Addressee to) {}

    /** @return whether there may be more */
    public boolean of(Tenant council) {
        List<UUID> due = transactions.in(council, transaction -> due(transaction));
        if (due.isEmpty()) {
            return false;
        }
        try (Postman postman = new Postman(format.session(), format)) {
            Optional<Delivery> unreachable = Optional.empty();
            for (UUID notification : due) {
                Optional<InHand> claimed = claim(council, notification);
                if (claimed.isPresent()) {
                    QueuedMail mail = claimed.get().mail();
                    switch (claimed.get().to()) {
                        case Addressee.Nowhere(var why) -> record(council, mail, "refused", why);
                        case Addressee.At(var address) -> {
                            // Where no server can be spoken to, each has been tried, and waits by its own count.
                            Delivery delivery =
                                    unreachable.isPresent() ? unreachable.get() : deliver(postman, mail, address);
                            record(council, mail, delivery);
                            unreachable =
                                    delivery instanceof Delivery.Unreachable ? Optional.of(delivery) : Optional.empty();
                        }
                    }
                }
            }
        }
        return due.size() == MOST;
    }

    /** Whether it is quiet is asked only where there is something to send. */
    private List<UUID> due(Transaction transaction) {
        List<UUID> due = mails.due(transaction, MOST);
        return due.isEmpty() || hours.areNow(transaction) ? due : List.of();
    }

    private Optional<InHand> claim(Tenant council, UUID notification) {
        Duration atMost = configuration.timeout().multipliedBy(STEPS);
        return transactions.in(
                council,
                // They may have begun while others were sent.
                transaction -> Optional.of(notification)
                        .filter(_ -> hours.areNow(transaction))
                        .flatMap(mail -> mails.claim(
                                transaction, mail, atMost, configuration.retry().giveUp()))
                        .map(mail -> new InHand(mail, addressee(transaction, mail))));
    }

    private Addressee addressee(Transaction transaction, QueuedMail mail) {
        Directory directory = directories
                .present(transaction)
                .orElseThrow(() -> new IllegalStateException("There is mail of a council that is not known"));
        return Addressee.of(mail.person(), directory.day(transaction.now()), directory);
    }

    private Delivery deliver(Postman postman, QueuedMail mail, MailAddress to) {
        return postman.deliver(letters.write(mail.wording(), to, mail.messageId(), mail.toldAt()));
    }

    private void record(Tenant council, QueuedMail mail, Delivery delivery) {
        switch (delivery) {
            case Delivery.Accepted _ -> record(council, mail, "sent", "250");
            case Delivery.Refused(var code) -> record(council, mail, "refused", code);
            case Delivery.NotNow(var code) -> tryAgain(council, mail, code);
            case Delivery.Unreachable(var code) -> tryAgain(council, mail, code);
        }
    }

    private void tryAgain(Tenant council, QueuedMail mail, String code) {
        record(council, mail, mail.isOld() ? "failed" : "queued", code);
    }

    private void record(Tenant council, QueuedMail mail, String status, String code) {
        MailConfiguration.Retry retry = configuration.retry();
        Duration next = new Retries(retry.first(), retry.longest()).after(mail.attempts());
        transactions.in(council, transaction -> {
            mails.record(transaction, mail, status, code, next);
            return status;
        });
        LOG.infof("Mail %s of %s: %s (%s)", mail.messageId(), council, status, code);
    }
}
