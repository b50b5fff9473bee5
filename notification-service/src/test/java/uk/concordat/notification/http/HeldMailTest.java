package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.LocalSettings;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.notification.mail.MailSweep;
import uk.concordat.protocols.testing.Rule;

/** Mail in the hours that a council keeps quiet. */
@QuarkusTest
class HeldMailTest extends MailedPerson {

    private static final LocalSettings QUIET = new LocalSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            List.of(),
            Optional.of(new LocalSettings.QuietHours(LocalTime.of(19, 0), LocalTime.of(7, 30))));

    @Inject
    MailSweep sweep;

    @Test
    @Rule({"WTC-30", "HAR-42"})
    void it_waits_untried_while_other_councils_get_theirs_and_goes_once_when_they_end() {
        hackney.is(QUIET, List.of());
        ServiceUnderTest.clock(Instant.parse("2026-12-31T22:00:00Z"));
        Enquiry held = missed();
        eventually().until(() -> told(Hackney.KEY, username, held).size() == 1);
        Enquiry ofTheCity = enquiry().says("received", Mention.of("set")).says("deadline-breached", Mention.breached());

        eventually()
                .until(() -> postOffice
                                .arrived("officer-1@city-of-london.example", ofTheCity)
                                .size()
                        == 1);
        assertThat(sweep.of(new Tenant(Hackney.KEY))).isFalse();
        assertThat(mailOf(held)).containsEntry("status", "queued").containsEntry("attempts", 0);
        assertThat(arrived(held)).isEmpty();

        ServiceUnderTest.clock(Instant.parse("2027-01-01T07:30:00Z"));
        assertThat(await(held, "sent")).containsEntry("attempts", 1);
        assertThat(arrived(held)).hasSize(1);
    }
}
