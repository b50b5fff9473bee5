package uk.concordat.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.eventsourcing.database.Tenant;

class RecordsTest {

    @Test
    void a_councils_topic_and_source_name_it() {
        assertThat(Records.council("concordat.city-of-london.enquiries")).contains(new Tenant("city-of-london"));
        assertThat(Records.councilOfSource("/councils/harlow")).contains(new Tenant("harlow"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "concordat",
                "concordat.councils",
                "concordat..enquiries",
                "concordat.-x.enquiries",
                "concordat.9x.enquiries",
                "concordat.Harlow.enquiries",
                "concordat.harlow.enquiries.more",
                "elsewhere.harlow.enquiries",
                "concordat.a23456789012345678901234567890123456789012345678901234567890abcd.enquiries"
            })
    void an_odd_topic_is_no_councils_and_nothing_fails(String topic) {
        assertThat(Records.council(topic)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/councils/", "/councils/Harlow", "/councils/harlow/enquiries", "harlow", "/harlow"})
    void an_odd_source_is_no_councils(String source) {
        assertThat(Records.councilOfSource(source)).isEmpty();
    }

    @Test
    void on_a_councils_topic_only_its_own_source_speaks() {
        assertThat(Records.maySpeak("concordat.harlow.enquiries", "/councils/harlow/enquiries"))
                .isTrue();
        assertThat(Records.maySpeak("concordat.harlow.enquiries", "/councils/city-of-london/enquiries"))
                .isFalse();
        assertThat(Records.maySpeak("concordat.harlow.enquiries", "/councils/harlow/notifications"))
                .isFalse();
        assertThat(Records.maySpeak("concordat.harlow.enquiries", "/councils/harlow"))
                .isFalse();
    }

    @Test
    void a_record_without_key_value_or_with_an_empty_or_broken_header_is_still_a_record() {
        ConsumerRecord<String, byte[]> record = new ConsumerRecord<>("concordat.harlow.enquiries", 1, 7, null, null);
        record.headers().add("ce_subject", new byte[] {(byte) 0xC3});
        record.headers().add("ce_source", null);
        record.headers().add("ce_type", "twice".getBytes(StandardCharsets.UTF_8));
        record.headers().add("ce_type", "said".getBytes(StandardCharsets.UTF_8));

        var incoming = Records.incoming(record);

        assertThat(incoming.headers())
                .containsEntry("ce_subject", "\uFFFD")
                .containsEntry("ce_source", "")
                .containsEntry("ce_type", "said");
        assertThat(incoming.value()).isNull();
        assertThat(incoming.offset()).isEqualTo(7);
    }
}
