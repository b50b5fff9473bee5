package uk.concordat.council.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusMock;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.messaging.Topics;
import uk.concordat.local.Ports;

@QuarkusTest
class CouncilTopicsTest extends OverHttp {

    @Test
    void a_councils_topics_keep_everything_and_the_councils_topic_keeps_the_newest_of_each_document() {
        imported(CsvFiles.ofTheCityAs("topical")).statusCode(200);

        assertThat(KafkaTopics.named("concordat.topical."))
                .containsExactly(
                        "concordat.topical.briefings",
                        "concordat.topical.complaints",
                        "concordat.topical.enquiries",
                        "concordat.topical.notifications")
                .allSatisfy(topic -> {
                    assertThat(KafkaTopics.setting(topic, "retention.ms")).isEqualTo("-1");
                    assertThat(KafkaTopics.setting(topic, "retention.bytes")).isEqualTo("-1");
                    assertThat(KafkaTopics.setting(topic, "cleanup.policy")).isEqualTo("delete");
                });
        assertThat(KafkaTopics.setting(Topics.COUNCILS, "cleanup.policy")).isEqualTo("compact");
    }

    /** Topics come before documents, so a council whose topics cannot be made is not heard of. */
    @Test
    void while_kafka_is_away_nothing_is_loaded_and_the_operator_is_told_to_try_again() {
        QuarkusMock.installMockForType(
                new Topics(
                        Map.of("bootstrap.servers", "127.0.0.1:" + Ports.free().kafka()), 3),
                Topics.class);

        imported(CsvFiles.ofTheCityAs("unreachable"))
                .statusCode(503)
                .contentType("application/problem+json")
                .header("Retry-After", "2")
                .body("code", equalTo("kafka-away"));

        assertThat(events("unreachable")).isZero();
        assertThat(documents("unreachable")).isEmpty();
    }
}
