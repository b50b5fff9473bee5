package uk.concordat.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import uk.concordat.kit.testing.ArchitectureRules;
import uk.concordat.kit.testing.IncomingChannels;

// Classes are read once for all rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ArchitectureTest {

    private final ArchitectureRules rules = new ArchitectureRules("uk.concordat.kit");
    private final IncomingChannels channels =
            IncomingChannels.in(Path.of("src/main/resources/META-INF/microprofile-config.properties"));

    @Test
    void the_classes_that_these_rules_judge_are_found() {
        rules.findAtLeast(Map.of("command", 9, "council", 12, "identity", 8, "messaging", 5, "problem", 6));
    }

    @Test
    void it_depends_on_no_service() {
        rules.dependsOnNoOtherService();
    }

    @Test
    void tokens_are_read_in_one_place() {
        rules.readTokensInOnePlace();
    }

    @Test
    void its_packages_do_not_go_in_a_circle() {
        rules.packagesHaveNoCycles();
    }

    @Test
    void every_package_is_null_marked() {
        rules.everyPackageIsNullMarked();
    }

    @Test
    void the_channel_of_the_councils_is_read_in_order_and_configured() {
        rules.channelsAreReadInOrder();
        assertThat(rules.channels()).containsExactly("councils").isEqualTo(channels.names());
    }

    @Test
    void its_channel_names_the_dead_letter_topic_of_the_service_that_it_is_in() {
        channels.eachHasItsDeadLetterTopic("concordat.dead-letters.${quarkus.application.name}");
    }
}
