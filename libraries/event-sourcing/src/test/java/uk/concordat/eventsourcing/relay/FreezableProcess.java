package uk.concordat.eventsourcing.relay;

import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import uk.concordat.eventsourcing.installation.Installation;

/**
 * A process whose way to the database and to Kafka can be frozen at a chosen point, as SIGSTOP does it: from then on
 * nothing of it goes on, until it is woken.
 */
final class FreezableProcess {

    /** What it does next only when it is woken. */
    enum Before {
        A_MESSAGE_IS_SENT,
        AN_ACKNOWLEDGEMENT_IS_SEEN,
        ACKNOWLEDGED_ROWS_ARE_DELETED,
        THE_LEASE_IS_RENEWED
    }

    private final Installation installation;
    private final Before point;
    private final AtomicInteger untilFrozen;
    private final AtomicInteger sent = new AtomicInteger();
    private volatile CompletableFuture<String> awake = CompletableFuture.completedFuture("from the beginning");

    /** @param times how often it passes the point before it is frozen there */
    FreezableProcess(Installation installation, Before point, int times) {
        this.installation = installation;
        this.point = point;
        this.untilFrozen = new AtomicInteger(times);
    }

    RunningRelay relay() {
        return RunningRelay.hurried(database(), () -> producer(RelayProducer.connect(installation.broker())));
    }

    void awaitFrozen() {
        await().atMost(Duration.ofMinutes(1)).until(() -> !awake.isDone());
    }

    void wake() {
        awake.complete("again");
    }

    /** How many messages it has given to Kafka's client. */
    int sent() {
        return sent.get();
    }

    private void reach(Before reached) {
        if (reached == point && untilFrozen.getAndDecrement() == 0) {
            awake = new CompletableFuture<>();
        }
        awake.join();
    }

    private DataSource database() {
        return Intercepted.calls(DataSource.class, installation.relay(), (call, _) -> {
            awake.join();
            Object got = call.go();
            return got instanceof Connection made ? watched(made) : got;
        });
    }

    private Connection watched(Connection made) {
        return Intercepted.calls(Connection.class, made, (call, arguments) -> {
            awake.join();
            if (call.name().equals("prepareStatement")) {
                String statement = arguments.getFirst().toString();
                if (statement.startsWith("delete from outbox")) {
                    reach(Before.ACKNOWLEDGED_ROWS_ARE_DELETED);
                } else if (statement.startsWith("insert into lease")) {
                    reach(Before.THE_LEASE_IS_RENEWED);
                }
            }
            return call.go();
        });
    }

    private Producer<String, byte[]> producer(Producer<String, byte[]> made) {
        return Intercepted.sends(made, (_, onward) -> {
            reach(Before.A_MESSAGE_IS_SENT);
            sent.incrementAndGet();
            Future<?> acknowledged = onward.call();
            return CompletableFuture.supplyAsync(() -> seen(acknowledged), Thread::startVirtualThread);
        });
    }

    private Object seen(Future<?> acknowledged) {
        await().atMost(Duration.ofMinutes(1)).until(acknowledged::isDone);
        reach(Before.AN_ACKNOWLEDGEMENT_IS_SEEN);
        return acknowledged.resultNow();
    }
}
