package uk.concordat.notification.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import uk.concordat.protocols.testing.Rule;

class WordingTest {

    private static Wording told(String toldAs, String kind, Basis basis) {
        return new Wording(
                new Notice(
                        About.REMINDER,
                        new CaseReference("/councils/hackney/enquiries", "HAC-E-2026-000001"),
                        "HAC-E-2026-000001",
                        UUID.fromString("01980000-0000-7000-8000-000000000001"),
                        1,
                        0,
                        kind,
                        LocalDate.of(2027, 1, 12),
                        Optional.empty(),
                        basis,
                        Optional.empty()),
                toldAs);
    }

    @Test
    @Rule("HAC-64")
    void a_target_of_the_councils_own_is_never_told_as_the_protocols() {
        Wording wording =
                told("responsible-officer", "full-response", new Basis("local-target", "HAC-64", "12.2", "ours"));

        assertThat(wording.text())
                .isEqualTo("The full response of HAC-E-2026-000001 is due by Tuesday 12 January 2027"
                        + " (the council's own target, no time stated in 12.2; HAC-64).");
        assertThat(wording.source()).isEqualTo("the council's own target");
        assertThat(wording.notice().basis().paragraphInWords()).isEqualTo("no time stated in 12.2");
    }

    @Test
    @Rule("WTC-27")
    void nor_is_it_where_a_member_is_to_try() {
        assertThat(told("responsible-member", "first-response", new Basis("local-target", "WTC-27", "4.8", "ours"))
                        .text())
                .isEqualTo("HAC-E-2026-000001 is to be answered by Tuesday 12 January 2027"
                        + " (the council's own target, no time stated in 4.8; WTC-27).");
    }
}
