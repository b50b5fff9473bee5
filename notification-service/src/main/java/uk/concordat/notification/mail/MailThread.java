package uk.concordat.notification.mail;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.mail.MessagingException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.lease.Lease;
import uk.concordat.kit.council.CouncilRegister;
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
    private static final Duration NEXT_CLAIM = Duration.ofSeconds(1);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration STOP = Duration.ofSeconds(5);

    private final MailSweep sweep;
    private final MailTable mails;
    private final BounceMailbox bounces;
    private final MailFormat format;
    private final CouncilRegister councils;
    private final Transactions transactions;
    private final MailConfiguration configuration;
    private final Lease lease;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private long bouncesReadAt;
    private @Nullable Thread thread;

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
            thread = Thread.ofPlatform().name("mail").daemon().start(this::work);
        }
    }

    private void work() {
        boolean running = true;
        while (running) {
            running = !stoppedWithin(look());
        }
        release();
    }

    /** @return how long to wait before the next look */
    private Duration look() {
        try {
            if (!lease.hold()) {
                return NEXT_CLAIM;
            }
            boolean isMore = false;
            for (Tenant council : councils.all()) {
                isMore |= lease.hold() && sweep.of(council);
            }
            readBounces();
            return isMore ? Duration.ZERO : IDLE;
        } catch (SQLException | DatabaseUnavailable away) {
            LOG.warnf("Mail waits for the database: %s", away.getMessage());
            return AFTER_FAILURE;
        } catch (RuntimeException failure) {
            LOG.error("Mail failed, and is looked at again soon", failure);
            return AFTER_FAILURE;
        }
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

    private boolean stoppedWithin(Duration pause) {
        try {
            return stopped.await(pause.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    void stop(@Observes ShutdownEvent stopping) throws InterruptedException {
        stopped.countDown();
        if (thread != null) {
            thread.join(STOP);
        }
    }

    private void release() {
        try {
            lease.release();
        } catch (SQLException failure) {
            LOG.infof("The lease of mail was not given up and will run out: %s", failure.getMessage());
        }
    }
}
