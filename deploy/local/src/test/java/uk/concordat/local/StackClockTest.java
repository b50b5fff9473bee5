package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import uk.concordat.local.RunningBackends.Running;

@ExtendWith(RunningBackends.class)
class StackClockTest {

    private static final LocalDateTime CHRISTMAS_EVE = LocalDateTime.parse("2026-12-24T10:00");

    private final Running running;
    private final StackClock clock;

    StackClockTest(Running running) {
        this.running = running;
        this.clock =
                new StackClock(running.backends().postgres(), running.backends().kafka(), Duration.ofMillis(700));
    }

    @BeforeEach
    void clean() {
        running.clean();
    }

    @Test
    void a_stack_without_data_may_start_at_any_time() {
        clock.requireStartAt(LocalDateTime.parse("2021-03-01T09:00"));
        assertThat(clock.startAt(LocalDateTime.parse("2021-03-01T09:00")).notAtRest())
                .isEmpty();
        assertItIs("2021-03-01T09:00:00Z");
        clock.startAt(CHRISTMAS_EVE);
        assertItIs("2026-12-24T10:00:00Z");
    }

    @Test
    void once_there_is_data_the_clock_refuses_to_go_back_and_says_so() {
        clock.startAt(CHRISTMAS_EVE);
        running.execute("enquiry", "insert into event values ('city-of-london')");

        assertThatThrownBy(() -> clock.requireStartAt(CHRISTMAS_EVE.minusMinutes(1)))
                .isInstanceOf(StackFailure.class)
                .hasMessageContaining("forward only")
                .hasMessageContaining("Thu 24 Dec 2026 10:00")
                .hasMessageContaining("Thu 24 Dec 2026 09:59");
        assertThatThrownBy(() -> clock.startAt(CHRISTMAS_EVE.minusMinutes(1))).isInstanceOf(StackFailure.class);
        assertThatThrownBy(() -> clock.moveTo(CHRISTMAS_EVE.minusDays(1))).isInstanceOf(StackFailure.class);
        assertItIs("2026-12-24T10:00:00Z");
    }

    @Test
    void a_clock_ahead_of_real_time_does_not_go_back_to_it() {
        clock.startAt(LocalDateTime.ofInstant(Instant.now(), StackClock.ZONE).plusDays(2));
        assertThatThrownBy(clock::toRealTime).isInstanceOf(StackFailure.class).hasMessageContaining("forward only");
    }

    @Test
    void a_clock_behind_real_time_catches_up_with_it_exactly() {
        clock.startAt(LocalDateTime.parse("2021-03-01T09:00"));
        assertThat(clock.toRealTime().notAtRest()).isEmpty();
        assertThat(clock.shift()).isZero();
    }

    @Test
    void working_days_skip_christmas_and_keep_the_time_of_day() {
        clock.startAt(CHRISTMAS_EVE);
        clock.forwardWorkingDays(2);
        assertItIs("2026-12-30T10:00:00Z");
    }

    @Test
    void a_time_is_londons_also_in_summer() {
        clock.startAt(LocalDateTime.parse("2027-03-26T17:00"));
        clock.forwardWorkingDays(1);
        assertItIs("2027-03-30T16:00:00Z");
    }

    @Test
    void all_databases_have_the_same_time() {
        clock.startAt(CHRISTMAS_EVE);
        clock.moveTo(CHRISTMAS_EVE.plusDays(3));
        assertThat(Provisioning.DATABASES.stream().map(this::shift).distinct()).hasSize(1);
    }

    @Test
    void a_move_stops_at_each_deadline_that_lapses_on_the_way() {
        clock.startAt(CHRISTMAS_EVE);
        running.execute(
                "notification", "insert into deadline_watch values ('2026-12-31T00:00:00Z'), ('2027-01-13T00:00:00Z')");

        // No service is there to report the first, so the walk comes to a halt at it and names it.
        WalkReport report = clock.moveTo(LocalDateTime.parse("2027-01-14T09:00"));

        assertThat(report.notAtRest())
                .containsExactly("notification-service has 1 deadlines that are due and not reported");
        assertItIs("2027-01-14T09:00:00Z");
    }

    @Test
    void a_move_stops_at_each_reminder_on_the_way_too() {
        clock.startAt(CHRISTMAS_EVE);
        running.execute(
                "notification", "insert into deadline_watch values ('2026-12-31T00:00:00Z', '2026-12-29T00:00:00Z')");

        assertThat(clock.moveTo(LocalDateTime.parse("2026-12-30T09:00")).notAtRest())
                .containsExactly("notification-service has 1 reminders to send");
        assertItIs("2026-12-30T09:00:00Z");
    }

    @Test
    void mail_that_is_to_be_sent_now_is_something_under_way_and_mail_that_waits_for_its_next_try_is_not() {
        clock.startAt(CHRISTMAS_EVE);
        running.execute("notification", """
                insert into mail values ('queued', clock_timestamp() + interval '1 hour'), ('sent', clock_timestamp())""");
        assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(1)).notAtRest()).isEmpty();

        running.execute("notification", "insert into mail values ('queued', clock_timestamp())");
        assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(2)).notAtRest())
                .containsExactly("notification-service has 1 mails to send");
    }

    @Test
    void what_does_not_rest_is_named_and_the_clock_moves_all_the_same() {
        clock.startAt(CHRISTMAS_EVE);
        running.execute("enquiry", "insert into outbox values (1), (2), (3)");

        assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(1)).notAtRest())
                .containsExactly("enquiry-service has 3 unsent messages in its outbox");
        assertItIs("2026-12-25T10:00:00Z");
    }

    @Test
    void a_message_that_a_service_has_still_to_read_is_something_under_way() throws Exception {
        String topic = "concordat.city-of-london.enquiries";
        String kafka = running.backends().kafka().bootstrapServers();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", kafka));
                KafkaProducer<String, String> producer = new KafkaProducer<>(
                        Map.of("bootstrap.servers", kafka), new StringSerializer(), new StringSerializer())) {
            admin.createTopics(java.util.List.of(new NewTopic(topic, 1, (short) 1)))
                    .all()
                    .get(10, TimeUnit.SECONDS);
            readUpTo(admin, topic, 0);
            producer.send(new ProducerRecord<>(topic, "key", "{}")).get(10, TimeUnit.SECONDS);

            clock.startAt(CHRISTMAS_EVE);
            assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(1)).notAtRest())
                    .containsExactly("notification-service.enquiries has 1 messages still to read");

            readUpTo(admin, topic, 1);
            assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(2)).notAtRest()).isEmpty();
        }
    }

    @Test
    void a_broker_that_is_away_is_named_and_the_clock_moves_all_the_same() {
        clock.startAt(CHRISTMAS_EVE);
        running.backends().kafka().stop();
        try {
            assertThat(clock.moveTo(CHRISTMAS_EVE.plusDays(1)).notAtRest()).containsExactly("Kafka is away");
            assertItIs("2026-12-25T10:00:00Z");
        } finally {
            running.backends().kafka().start();
        }
    }

    private static void readUpTo(Admin admin, String topic, long offset)
            throws ExecutionException, InterruptedException, java.util.concurrent.TimeoutException {
        admin.alterConsumerGroupOffsets(
                        "notification-service.enquiries",
                        Map.of(new TopicPartition(topic, 0), new OffsetAndMetadata(offset)))
                .all()
                .get(10, TimeUnit.SECONDS);
    }

    private Duration shift(String database) {
        try (var connection = running.backends().postgres().connect(database);
                var statement = connection.createStatement();
                var row = statement.executeQuery("select extract(epoch from shift) from clock_offset")) {
            assertThat(row.next()).isTrue();
            return Duration.ofMillis(row.getBigDecimal(1).movePointRight(3).longValue());
        } catch (java.sql.SQLException failure) {
            throw new StackFailure(database, failure);
        }
    }

    private void assertItIs(String moment) {
        assertThat(clock.now())
                .isBetween(Instant.parse(moment), Instant.parse(moment).plusSeconds(30));
    }
}
