package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @Test
    void the_clock_takes_a_time_working_days_or_now() {
        assertThat(command(List.of("clock", "2026-12-24T10:00")))
                .isEqualTo(new Command.MoveClock(LocalDateTime.of(2026, 12, 24, 10, 0)));
        assertThat(command(List.of("clock", "+3wd"))).isEqualTo(new Command.ForwardClock(3));
        assertThat(command(List.of("clock", "now"))).isEqualTo(new Command.RealTimeClock());
    }

    @Test
    void up_may_say_at_what_time_to_start() {
        assertThat(command(List.of("up"))).isEqualTo(new Command.Up(Optional.empty()));
        assertThat(command(List.of("up", "--clock", "2026-12-24T10:00")))
                .isEqualTo(new Command.Up(Optional.of(LocalDateTime.of(2026, 12, 24, 10, 0))));
    }

    @Test
    void a_token_is_a_persons_of_a_council_or_the_operators() {
        assertThat(command(List.of("token", "city-of-london.member-red-1")))
                .isEqualTo(new Command.PersonToken("city-of-london", "member-red-1"));
        assertThat(command(List.of("token", "harlow.Ann.O'Neill@harlow.example")))
                .isEqualTo(new Command.PersonToken("harlow", "Ann.O'Neill@harlow.example"));
        assertThat(command(List.of("token", "operator"))).isEqualTo(new Command.OperatorToken());
    }

    @Test
    void an_integration_of_a_council_is_named_by_its_scopes() {
        assertThat(command(List.of("token", "harlow", "people:import", "people:provision")))
                .isEqualTo(new Command.IntegrationToken("harlow", List.of("people:import", "people:provision")));
        assertThatThrownBy(() -> command(List.of("token", "harlow", "everything")))
                .isInstanceOf(Command.NotUnderstood.class)
                .hasMessageContaining("'everything' is no scope");
        assertThatThrownBy(() -> command(List.of("token", "atlantis", "people:import")))
                .isInstanceOf(Command.NotUnderstood.class)
                .hasMessageContaining("'atlantis' is no council");
    }

    @Test
    void a_council_that_was_loaded_while_the_stack_ran_is_one_of_its_own_and_any_other_is_told_apart() {
        List<String> words = List.of("token", "ambleford.member-1");

        assertThat(Command.of(words, () -> Set.of("harlow", "ambleford")))
                .isEqualTo(new Command.PersonToken("ambleford", "member-1"));
        assertThatThrownBy(() -> command(words))
                .isInstanceOf(Command.NotUnderstood.class)
                .hasMessageContaining("'ambleford' is no council")
                .hasMessageContaining("it knows city-of-london, harlow");
    }

    @Test
    void all_that_is_kept_can_be_verified() {
        assertThat(command(List.of("verify"))).isEqualTo(new Command.Verify());
    }

    @Test
    void mail_is_a_persons_of_one_council_or_of_all() {
        assertThat(command(List.of("mail", "officer-1"))).isEqualTo(new Command.Mail(Optional.empty(), "officer-1"));
        assertThat(command(List.of("mail", "harlow.officer-1")))
                .isEqualTo(new Command.Mail(Optional.of("harlow"), "officer-1"));
        assertThat(command(List.of("mail", "Ann@harlow.example")))
                .isEqualTo(new Command.Mail(Optional.empty(), "Ann@harlow.example"));
        assertThat(command(List.of("mail", "mary.ann"))).isEqualTo(new Command.Mail(Optional.empty(), "mary.ann"));
    }

    @Test
    void dead_letters_are_listed_replayed_or_discarded_for_a_reason() {
        UUID id = UUID.randomUUID();
        assertThat(command(List.of("dead-letters"))).isEqualTo(new Command.WaitingRecords());
        assertThat(command(List.of("dead-letters", "replay", id.toString()))).isEqualTo(new Command.ReplayRecord(id));
        assertThat(command(List.of("dead-letters", "discard", id.toString(), "Sent by hand")))
                .isEqualTo(new Command.DiscardRecord(id, "Sent by hand"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "dead-letters all",
                "dead-letters replay",
                "dead-letters replay 1",
                "dead-letters discard 01980000-0000-7000-8000-000000000001",
                "clock",
                "clock +0wd",
                "clock -1wd",
                "clock tomorrow",
                "clock 1999-12-31T10:00",
                "clock 2026-02-30T10:00",
                "clock +999999999-01-01T00:00",
                "up now",
                "up --clock later",
                "token red",
                "token elsewhere.member-red-1",
                "token City.member",
                "status all",
                "verify harlow",
                "mail",
                "mail -officer-1",
                "mail officer=1",
                "token harlow.=HYPERLINK",
                "mail officer-1 officer-2"
            })
    void anything_else_is_not_understood(String words) {
        assertThatThrownBy(() -> command(List.of(words.split(" ")))).isInstanceOf(Command.NotUnderstood.class);
    }

    private static Command command(List<String> words) {
        return Command.of(words, () -> new TreeSet<>(Set.of("harlow", "city-of-london")));
    }
}
