package uk.concordat.notification.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.lease.Lease;
import uk.concordat.eventsourcing.lease.LeasedThread;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.notification.application.InTurn;
import uk.concordat.notification.application.MailConfiguration;

/**
 * Sends mail, and reads what comes back, for as long as the service runs; apart from the timekeeper, which no mail server
 * holds up. One replica works, by lease; one that has lost it with a mail in hand is kept apart by the mail's claim.
 */
@ApplicationScoped
public class MailThread {

    private static final Logger LOG = Logger.getLogger(MailThread.class);
    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration IDLE = Duration.ofMillis(250);

    private final MailSweep sweep;
    private final MailTable mails;
    private final BounceMailbox bounces;
    private final MailFormat format;
    private final CouncilRegister councils;
    private final Transactions transactions;
    private final MailConfiguration configuration;
    private final Lease lease;
    private final InTurn inTurn = new InTurn();
    private long bouncesReadAt;
    private @Nullable LeasedThread thread;

    public MailThread(
            MailSweep sweep,
            MailTable mails,
            BounceMailbox bounces,
            MailFormat format,
            CouncilRegister councils,
            Transactions transactions,
            MailConfiguration configuration,
            DataSource dataSource) {
        this.sweep = sweep;
        this.mails = mails;
        this.bounces = bounces;
        this.format = format;
        this.councils = councils;
        this.transactions = transactions;
        this.configuration = configuration;
        this.lease = new Lease(dataSource, "mail", LEASE);
    }

    void start(@Observes StartupEvent started) {
        if (configuration.smtp().host().isPresent()) {
            // What is wrong in the configuration stops the start, and not the first mail.
            format.session();
            bouncesReadAt = System.nanoTime() - configuration.bounces().every().toNanos();
            thread = LeasedThread.start("mail", lease, this::look);
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        if (thread != null) {
            thread.stop();
        }
    }

    /** @return how long to wait before the next look */
    private Duration look(BooleanSupplier mayGoOn) {
        AtomicBoolean isMore = new AtomicBoolean();
        boolean hadAllTheirTurn = inTurn.each(councils.all(), mayGoOn, council -> {
            if (sweep.of(council)) {
                isMore.set(true);
            }
        });
        readBounces();
        return isMore.get() || !hadAllTheirTurn ? Duration.ZERO : IDLE;
    }

    private void readBounces() {
        long now = System.nanoTime();
        if (!bounces.isConfigured()
                || now - bouncesReadAt < configuration.bounces().every().toNanos()) {
            return;
        }
        bouncesReadAt = now;
        try {
            bounces.read(this::bounced);
        } catch (MessagingException away) {
            LOG.infof("The bounce mailbox cannot be read now: %s", away.getMessage());
        }
    }

    private void bounced(BounceReport report) {
        for (Tenant council : councils.all()) {
            boolean isNews = transactions.in(
                    council, transaction -> mails.bounced(transaction, report.messageId(), report.code()));
            if (isNews) {
                LOG.infof("Mail %s of %s: bounced (%s)", report.messageId(), council, report.code());
            }
        }
    }
}
