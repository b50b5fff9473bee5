package uk.concordat.local;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;

/**
 * Whether anything is still under way: messages unsent or unread, deadlines due and not yet reported, dates not compared
 * with the calendar, mail to send.
 */
final class RestCheck {

    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final String BUSINESS_TIME = "clock_timestamp() + (select shift from clock_offset)";

    private final Databases databases;
    private final KafkaBroker kafka;

    RestCheck(PostgresServer postgres, KafkaBroker kafka) {
        this.databases = new Databases(postgres);
        this.kafka = kafka;
    }

    /** What was seen at one look. The look goes the way a message goes, so what it misses shows at the next one. */
    private record Look(List<String> restless, Map<TopicPartition, Long> ends) {

        boolean saysTheSameAs(Look earlier) {
            return restless.isEmpty() && earlier.restless.isEmpty() && ends.equals(earlier.ends);
        }
    }

    /** Waits for rest, seen twice with nothing sent in between; what does not rest in time, or nothing. */
    List<String> await(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        try (ConsumerProgress consumers = new ConsumerProgress(kafka.bootstrapServers())) {
            Look earlier = look(consumers);
            while (true) {
                Waiting.pause(PAUSE);
                Look later = look(consumers);
                if (later.saysTheSameAs(earlier)) {
                    return List.of();
                }
                if (System.nanoTime() > end) {
                    return later.restless.isEmpty() ? List.of("messages are still being sent") : later.restless;
                }
                earlier = later;
            }
        }
    }

    private Look look(ConsumerProgress consumers) {
        List<String> restless = new ArrayList<>();
        try {
            for (String database : Provisioning.DATABASES) {
                long unsent = databases.count(database, "outbox", "true");
                if (unsent > 0) {
                    restless.add("%s-service has %d unsent messages in its outbox".formatted(database, unsent));
                }
            }
            long due = databases.count("notification", "deadline_watch", "next_at <= " + BUSINESS_TIME);
            if (due > 0) {
                restless.add("notification-service has %d deadlines that are due and not reported".formatted(due));
            }
            long reminders = databases.count("notification", "deadline_watch", "remind_at <= " + BUSINESS_TIME);
            if (reminders > 0) {
                restless.add("notification-service has %d reminders to send".formatted(reminders));
            }
            long counted = databases.count("enquiry", "counted_calendar", """
                    exists (select from council_document known
                      where known.tenant = counted_calendar.tenant and known.kind = 'council'
                        and counted_calendar.calendar not like
                          '%+' || known.tenant || '/' || (known.document -> 'calendar' ->> 'version'))""");
            if (counted > 0) {
                restless.add("enquiry-service has the dates of %d enquiries to compare with the calendar"
                        .formatted(counted));
            }
            // Mail goes by real time. What could not be sent waits for its next try, and that is rest.
            long mail =
                    databases.count("notification", "mail", "status = 'queued' and next_try_at <= clock_timestamp()");
            if (mail > 0) {
                restless.add("notification-service has %d mails to send".formatted(mail));
            }
        } catch (SQLException away) {
            restless.add("PostgreSQL is away: " + away.getMessage());
        }
        ConsumerProgress.Seen seen = consumers.look();
        restless.addAll(seen.behind());
        return new Look(List.copyOf(restless), seen.ends());
    }
}
