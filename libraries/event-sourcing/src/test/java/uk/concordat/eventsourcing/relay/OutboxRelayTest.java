package uk.concordat.eventsourcing.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.installation.Installation;

/** From the outbox to a real Kafka: all of it, each key in order, and deleted only once the broker has it. */
class OutboxRelayTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    private final Installation installation = Installation.clean();
    private final OutboxRows rows = new OutboxRows(installation);
    private final String topic = installation.topics().create();

    @Test
    void messages_of_a_key_arrive_in_the_order_of_their_position() throws Exception {
        for (int number = 1; number <= 20; number++) {
            rows.write(topic, "a", number, number);
            rows.write(topic, "b", number, number);
        }

        try (RunningRelay relay = new RunningRelay(installation)) {
            relay.wake();
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic))
                .containsOnlyKeys("a", "b")
                .allSatisfy((_, numbers) -> assertThat(numbers).isEqualTo(upTo(20)));
        assertThat(installation.topics().read(topic)).as("none twice").hasSize(40);
    }

    @Test
    void while_the_broker_is_away_nothing_is_lost_or_refused_and_afterwards_all_arrive_in_order() throws Exception {
        try (RunningRelay relay = new RunningRelay(installation)) {
            rows.write(topic, "a", 1, 5);
            rows.awaitAllSent();

            installation.kafka().stop();
            try {
                for (String key : List.of("a", "b", "c")) {
                    rows.write(topic, key, key.equals("a") ? 6 : 1, 30);
                }
                relay.wake();
                await().during(Duration.ofSeconds(3))
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> rows.waiting().size() == 85);
            } finally {
                installation.kafka().start();
            }
            rows.write(topic, "a", 31, 31);
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic))
                .containsEntry("a", upTo(31))
                .containsEntry("b", upTo(30))
                .containsEntry("c", upTo(30));
    }

    @Test
    void a_broker_that_is_killed_in_the_middle_of_it_has_all_of_it_in_order_once_it_is_back() throws Exception {
        List<String> keys = IntStream.range(0, 20).mapToObj(n -> "key-" + n).toList();
        try (RunningRelay _ = new RunningRelay(installation)) {
            keys.forEach(key -> rows.write(topic, key, 1, 100));
            await().atMost(LONGEST).until(() -> rows.waiting().size() < 1_800);
            installation.kafka().kill();
            try {
                keys.forEach(key -> rows.write(topic, key, 101, 105));
            } finally {
                installation.kafka().start();
            }
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic))
                .containsOnlyKeys(keys)
                .allSatisfy((_, numbers) -> assertThat(numbers).isEqualTo(upTo(105)));
    }

    @Test
    void a_message_whose_transaction_commits_late_is_only_sent_late() throws Exception {
        try (RunningRelay _ = new RunningRelay(installation);
                Connection slow = installation.application().getConnection();
                Statement statement = slow.createStatement()) {
            slow.setAutoCommit(false);
            statement.execute("select set_config('event_sourcing.tenant', 'north', true)");
            statement.execute("insert into outbox (tenant, topic, key, headers, value) values ('north', '" + topic
                    + "', 'late', '{\"ce_id\": \"late-1\", \"ce_sequence\": \"1\"}', '{}')");
            rows.write(topic, "early", 1, 3);
            await().atMost(LONGEST)
                    .until(() ->
                            rows.arrived(topic).getOrDefault("early", List.of()).size() == 3);

            slow.commit();

            await().atMost(LONGEST).until(() -> rows.arrived(topic).containsKey("late"));
        }
    }

    @Test
    void a_key_whose_topic_does_not_exist_waits_and_does_not_hold_up_the_others() throws Exception {
        String missing = installation.topics().name();
        rows.write(missing, "a", 1, 3);
        try (RunningRelay _ = new RunningRelay(installation)) {
            // Alone with it, the relay has to take the broker for away.
            await().during(Duration.ofSeconds(3))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rows.waiting().size() == 3);
            for (String key : List.of("b", "c")) {
                rows.write(topic, key, 1, 20);
            }
            await().atMost(LONGEST).until(() -> rows.waiting().size() == 3);
            assertThat(rows.waiting()).containsExactly("a-1", "a-2", "a-3");

            installation.topics().create(missing);
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic)).containsEntry("b", upTo(20)).containsEntry("c", upTo(20));
        assertThat(rows.arrived(missing)).containsEntry("a", upTo(3));
    }

    /** As many as would fill what is tried while nothing is acknowledged, and for so long that all have failed. */
    @Test
    void many_keys_whose_topic_does_not_exist_do_not_hold_up_what_comes_after_long_silence() throws Exception {
        String missing = installation.topics().name();
        rows.writeOneOfEach(missing, 60, 10);
        try (RunningRelay _ = new RunningRelay(installation)) {
            await().during(Duration.ofSeconds(12))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> rows.waiting().size() == 60);

            rows.write(topic, "b", 1, 20);
            await().atMost(LONGEST).until(() -> rows.waiting().size() == 60);

            installation.topics().create(missing);
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic)).containsEntry("b", upTo(20));
        assertThat(rows.arrived(missing)).hasSize(60);
    }

    @Test
    void messages_that_are_too_large_hold_up_no_others_of_their_topic() throws Exception {
        rows.writeOneOfEach(topic, 5, 1_200_000);
        rows.write(topic, "b", 1, 20);

        try (RunningRelay _ = new RunningRelay(installation)) {
            await().atMost(LONGEST).until(() -> rows.waiting().size() == 5);
        }

        assertThat(rows.arrived(topic)).containsOnlyKeys("b").containsEntry("b", upTo(20));
    }

    @Test
    void of_two_relays_one_works_and_the_other_takes_over_and_each_key_stays_in_order() {
        try (RunningRelay first = new RunningRelay(installation)) {
            await().atMost(LONGEST).until(() -> !holders().isEmpty());
            List<String> holder = holders();
            try (RunningRelay _ = new RunningRelay(installation)) {
                for (int number = 1; number <= 30; number++) {
                    rows.write(topic, "a", number, number);
                    rows.write(topic, "b", number, number);
                }
                rows.awaitAllSent();
                assertThat(holders()).isEqualTo(holder);

                rows.write(topic, "b", 31, 60);
                first.stop();
                rows.write(topic, "a", 31, 60);
                rows.awaitAllSent();
                assertThat(holders()).hasSize(1).isNotEqualTo(holder);
            }
        }

        assertThat(rows.arrived(topic)).containsEntry("a", upTo(60)).containsEntry("b", upTo(60));
        assertThat(holders()).as("given up").isEmpty();
    }

    @Test
    void a_database_that_was_away_is_read_again_without_a_restart() throws Exception {
        try (RunningRelay _ = new RunningRelay(installation)) {
            rows.write(topic, "a", 1, 5);
            rows.awaitAllSent();
            installation.postgres().stop();
            installation.postgres().start();
            rows.write(topic, "a", 6, 10);
            rows.awaitAllSent();
        }

        assertThat(rows.arrived(topic)).containsEntry("a", upTo(10));
    }

    private List<String> holders() {
        return installation.ask("select holder from lease");
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }
}
