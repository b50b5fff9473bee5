package uk.concordat.system.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.system.faults.NamedFault.F1;
import static uk.concordat.system.faults.NamedFault.F10;
import static uk.concordat.system.faults.NamedFault.F11;
import static uk.concordat.system.faults.NamedFault.F12;
import static uk.concordat.system.faults.NamedFault.F13;
import static uk.concordat.system.faults.NamedFault.F14;
import static uk.concordat.system.faults.NamedFault.F15;
import static uk.concordat.system.faults.NamedFault.F16;
import static uk.concordat.system.faults.NamedFault.F2;
import static uk.concordat.system.faults.NamedFault.F3;
import static uk.concordat.system.faults.NamedFault.F4;
import static uk.concordat.system.faults.NamedFault.F5;
import static uk.concordat.system.faults.NamedFault.F6;
import static uk.concordat.system.faults.NamedFault.F7;
import static uk.concordat.system.faults.NamedFault.F8;
import static uk.concordat.system.faults.NamedFault.F9;
import static uk.concordat.system.faults.NamedFault.STORM;

import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.local.LocalStack;
import uk.concordat.system.Ledger;
import uk.concordat.system.Stacks;

/**
 * Every fault in its short form, on one stack under load; after each, all that was acknowledged is there once, and the same asked again is
 * answered the same. Those that do not disturb each other happen at the same time. {@code ./concordat faults} does each for as long as asked.
 */
class FaultsTest {

    @TempDir
    static Path directory;

    private static LocalStack stack;
    private static Rounds rounds;

    @BeforeAll
    static void a_fresh_stack_on_christmas_eve() {
        long seed = Long.getLong("concordat.faults.seed", new Random().nextInt(1_000_000));
        System.out.println("What happens follows from -Dconcordat.faults.seed=" + seed);
        stack = Stacks.started(directory, "city-of-london");
        rounds = new Rounds(stack, new Ledger(), seed);
    }

    @AfterAll
    static void stop() {
        stack.close();
    }

    static Stream<List<NamedFault>> faults() {
        return Stream.of(
                List.of(F1),
                List.of(F3, F13),
                List.of(F4),
                List.of(F5),
                List.of(F2, F14),
                List.of(F6),
                List.of(F7),
                List.of(F8, F9, F16),
                List.of(F11, F12),
                List.of(F10),
                List.of(F15),
                List.of(STORM));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void the_story_is_whole_after(List<NamedFault> together) {
        rounds.hold(together);
    }

    @Test
    void none_is_left_out() {
        assertThat(faults().flatMap(List::stream)).containsExactlyInAnyOrder(NamedFault.values());
    }
}
