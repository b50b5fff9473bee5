package uk.concordat.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {

    @Test
    void the_clock_takes_a_time_working_days_or_now() {
        assertThat(Command.of(List.of("clock", "2026-12-24T10:00")))
                .isEqualTo(new Command.MoveClock(LocalDateTime.of(2026, 12, 24, 10, 0)));
        assertThat(Command.of(List.of("clock", "+3wd"))).isEqualTo(new Command.ForwardClock(3));
        assertThat(Command.of(List.of("clock", "now"))).isEqualTo(new Command.RealTimeClock());
    }

    @Test
    void up_may_say_at_what_time_to_start() {
        assertThat(Command.of(List.of("up"))).isEqualTo(new Command.Up(Optional.empty()));
        assertThat(Command.of(List.of("up", "--clock", "2026-12-24T10:00")))
                .isEqualTo(new Command.Up(Optional.of(LocalDateTime.of(2026, 12, 24, 10, 0))));
    }

    @Test
    void a_token_is_a_persons_of_a_council_or_the_operators() {
        assertThat(Command.of(List.of("token", "city-of-london.member-red-1")))
                .isEqualTo(new Command.PersonToken("city-of-london", "member-red-1"));
        assertThat(Command.of(List.of("token", "operator"))).isEqualTo(new Command.OperatorToken());
    }

    @Test
    void all_that_is_kept_can_be_verified() {
        assertThat(Command.of(List.of("verify"))).isEqualTo(new Command.Verify());
    }

    @Test
    void mail_is_a_persons_of_one_council_or_of_all() {
        assertThat(Command.of(List.of("mail", "officer-1"))).isEqualTo(new Command.Mail(Optional.empty(), "officer-1"));
        assertThat(Command.of(List.of("mail", "harlow.officer-1")))
                .isEqualTo(new Command.Mail(Optional.of("harlow"), "officer-1"));
        assertThat(Command.of(List.of("mail", "mary.ann"))).isEqualTo(new Command.Mail(Optional.empty(), "mary.ann"));
    }

    @Test
    void dead_letters_are_listed_replayed_or_discarded_for_a_reason() {
        UUID id = UUID.randomUUID();
        assertThat(Command.of(List.of("dead-letters"))).isEqualTo(new Command.WaitingRecords());
        assertThat(Command.of(List.of("dead-letters", "replay", id.toString())))
                .isEqualTo(new Command.ReplayRecord(id));
        assertThat(Command.of(List.of("dead-letters", "discard", id.toString(), "Sent by hand")))
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
                "mail Officer-1",
                "mail officer-1@example",
                "mail officer-1 officer-2"
            })
    void anything_else_is_not_understood(String words) {
        assertThatThrownBy(() -> Command.of(List.of(words.split(" ")))).isInstanceOf(Command.NotUnderstood.class);
    }
}
