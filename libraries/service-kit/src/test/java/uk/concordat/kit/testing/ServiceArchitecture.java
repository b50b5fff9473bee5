package uk.concordat.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** What the architecture test of every service holds. */
// Classes are read once for all rules.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class ServiceArchitecture {

    private final ArchitectureRules rules;
    private final IncomingChannels channels = IncomingChannels.in(Path.of("src/main/resources/application.properties"));
    private final String service;
    private final Map<String, Integer> classesOf;

    /**
     * @param service its name, such as {@code enquiry-service}
     * @param root its package
     * @param classesOf how many classes each package has at least
     */
    protected ServiceArchitecture(String service, String root, Map<String, Integer> classesOf) {
        this.service = service;
        this.rules = new ArchitectureRules(root);
        this.classesOf = classesOf;
    }

    @Test
    void the_classes_that_these_rules_judge_are_found() {
        assertThat(classesOf).containsKeys("domain", "application", "messaging", "rest");
        rules.findAtLeast(classesOf);
    }

    @Test
    void the_domain_knows_java_and_protocols_and_how_to_decide() {
        rules.domainIsPure();
    }

    @Test
    void it_depends_on_no_other_service() {
        rules.dependsOnNoOtherService();
    }

    @Test
    void rest_and_messaging_do_not_know_of_each_other() {
        rules.edgesDoNotMeet();
    }

    @Test
    void business_time_is_asked_of_no_clock_of_this_process() {
        rules.askNoClockOfThisProcess();
    }

    @Test
    void no_role_or_other_claim_of_a_token_is_read() {
        rules.readTokensInOnePlace();
    }

    @Test
    void packages_have_no_cycles() {
        rules.packagesHaveNoCycles();
    }

    @Test
    void every_package_is_null_marked() {
        rules.everyPackageIsNullMarked();
    }

    @Test
    void no_switch_of_the_domain_has_a_default() {
        rules.domainSwitchesHaveNoDefault();
    }

    /** A replica of the last build prepares a statement, and a newer one adds a column: what it selects must stay the same. */
    @Test
    void no_statement_selects_whatever_columns_there_are() throws IOException {
        Pattern whatever = Pattern.compile("(?:select|returning)\\s+(?:\\w+\\.)?\\*|,\\s*\\w+\\.\\*,");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(Files::isRegularFile))
                    .isNotEmpty()
                    .allSatisfy(source -> assertThat(Files.readString(source))
                            .as(source.toString())
                            .doesNotContainPattern(whatever));
        }
    }

    @Test
    void channels_are_read_in_order_and_each_that_is_read_is_configured() {
        rules.channelsAreReadInOrder();
        assertThat(rules.channels()).isEqualTo(channels.names());
    }

    @Test
    void every_channel_names_this_services_dead_letter_topic() {
        channels.eachHasItsDeadLetterTopic("concordat.dead-letters." + service);
    }
}
