package uk.concordat.notification.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.kit.testing.Cast;
import uk.concordat.kit.testing.ServiceUnderTest;
import uk.concordat.protocols.testing.Rule;

/** A post changes hands on 28 December: who stands in it is asked when something is to be told, not when it was set. */
@QuarkusTest
class SuccessorsTest extends OverHttp {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 12, 27);
    private static final LocalDate FIRST_DAY = LocalDate.of(2026, 12, 28);
    private static final Instant THE_DAY_BEFORE = Instant.parse("2026-12-29T00:00:00Z");
    private static final Instant LATER = Instant.parse("2027-01-05T00:00:00Z");

    private final String post = "post-" + UUID.randomUUID();
    private final String predecessor = "predecessor-" + UUID.randomUUID();
    private final String successor = "successor-" + UUID.randomUUID();
    private Hackney hackney;

    @BeforeEach
    void aPostThatThePredecessorHolds() {
        hackney = Hackney.on(topic);
        hackney.person(predecessor, Optional.empty());
        hackney.person(successor, Optional.empty());
        hackney.post(post, Hackney.holder(predecessor));
    }

    private void changesHands() {
        hackney.post(post, Hackney.holderUntil(LAST_DAY, predecessor), Hackney.holderFrom(FIRST_DAY, successor));
    }

    private Enquiry set() {
        Cast cast = Cast.of(Hackney.KEY);
        return Enquiry.to(topic, Hackney.KEY, cast.post(post), cast.person(predecessor))
                .says("received", Mention.of("set"));
    }

    private static List<Map<String, Object>> told(String username, Enquiry enquiry) {
        return told(Hackney.KEY, username, enquiry);
    }

    private static void awaitTold(String username, Enquiry enquiry) {
        eventually().untilAsserted(() -> assertThat(told(username, enquiry)).hasSize(1));
    }

    @Test
    void who_stands_in_the_post_when_the_reminder_goes_out_is_reminded_and_not_who_stood_there() {
        Enquiry enquiry = set();
        changesHands();

        ServiceUnderTest.clock(THE_DAY_BEFORE);

        awaitTold(successor, enquiry);
        assertThat(told(successor, enquiry).getFirst())
                .containsEntry("about", "deadline-reminder")
                .containsEntry("toldAs", "responsible-officer");
        assertThat(told(predecessor, enquiry)).isEmpty();
    }

    @Test
    void where_a_post_is_shared_who_was_named_is_reminded() {
        Enquiry enquiry = set();
        hackney.post(post, Hackney.holder(successor), Hackney.holder(predecessor));

        ServiceUnderTest.clock(THE_DAY_BEFORE);

        awaitTold(predecessor, enquiry);
        assertThat(told(successor, enquiry)).isEmpty();
    }

    @Test
    void of_what_is_owed_in_a_vacant_post_nobody_is_reminded_until_somebody_stands_there() {
        Enquiry enquiry = set();
        hackney.post(post, Hackney.holderUntil(LAST_DAY, predecessor));

        ServiceUnderTest.clock(THE_DAY_BEFORE);
        eventually().until(() -> isPutOff(enquiry, "2026-12-30"));
        assertThat(told(successor, enquiry)).isEmpty();
        assertThat(told(predecessor, enquiry)).isEmpty();
        hackney.post(post, Hackney.holderFrom(LocalDate.of(2026, 12, 30), successor));
        ServiceUnderTest.clock(Instant.parse("2026-12-30T00:00:00Z"));

        awaitTold(successor, enquiry);
        assertThat(told(predecessor, enquiry)).isEmpty();
    }

    @Test
    void a_post_whose_holder_has_left_the_council_is_vacant() {
        Enquiry enquiry = set();
        hackney.leaves(predecessor, LAST_DAY);

        ServiceUnderTest.clock(THE_DAY_BEFORE);

        eventually().until(() -> isPutOff(enquiry, "2026-12-30"));
        isToldNothing(predecessor);
    }

    @Test
    void a_member_who_has_left_the_council_is_not_reminded() {
        String member = "member-" + UUID.randomUUID();
        hackney.person(member, Optional.empty());
        Enquiry enquiry = enquiry(Hackney.KEY, "officer-1")
                .says(
                        "received",
                        Mention.of("set")
                                .with(
                                        "responsible",
                                        Map.of("personId", Cast.of(Hackney.KEY).person(member))));
        hackney.leaves(member, LAST_DAY);

        ServiceUnderTest.clock(THE_DAY_BEFORE);

        eventually().until(() -> isPutOff(enquiry, "2026-12-30"));
        isToldNothing(member);
    }

    @Test
    void of_a_date_that_moves_all_are_told_who_were_told_of_it_and_who_has_come_to_the_post_since() {
        Enquiry enquiry = set().says(
                        "deadline-breached",
                        Mention.of("breached")
                                .told(predecessor, "responsible-officer")
                                .told("manager-1", "line-manager"));
        changesHands();
        ServiceUnderTest.clock(THE_DAY_BEFORE);

        enquiry.says(
                "deadline-moved",
                Mention.of("moved").status("missed").revision(2).dueAt(LATER));
        enquiry.says("deadline-annulled", Mention.of("annulled").revision(3).dueAt(LATER));

        assertThat(abouts(successor, enquiry)).containsExactly("deadline-annulled", "deadline-moved");
        assertThat(abouts(predecessor, enquiry))
                .containsExactly("deadline-annulled", "deadline-moved", "deadline-breached");
        assertThat(abouts("manager-1", enquiry))
                .containsExactly("deadline-annulled", "deadline-moved", "deadline-breached");
    }

    @Test
    void what_falls_to_a_post_is_among_the_deadlines_of_whoever_holds_it_today() {
        Enquiry first = set();
        Enquiry second = set();
        changesHands();
        assertThat(owed(predecessor)).containsExactlyInAnyOrder(id(first), id(second));
        assertThat(owed(successor)).isEmpty();

        ServiceUnderTest.clock(FIRST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant());

        assertThat(owed(predecessor)).isEmpty();
        assertThat(owed(successor)).containsExactlyInAnyOrder(id(first), id(second));
    }

    @Test
    @Rule({"COL-20", "HAR-33"})
    void what_a_member_owes_in_person_is_among_their_deadlines_page_by_page_and_what_an_officers_post_owes_is_not() {
        String member = "member-" + UUID.randomUUID();
        hackney.person(member, Optional.empty());
        hackney.post(post, Hackney.holder(member));
        Enquiry first = owedBy(member);
        Enquiry second = owedBy(member);
        set();

        List<String> read = new ArrayList<>();
        String next = "";
        while (next != null) {
            JsonPath page =
                    as(Hackney.KEY, member).get("/deadlines?limit=1" + next).jsonPath();
            read.addAll(page.getList("items.id"));
            next = page.getString("next") == null ? null : "&after=" + page.getString("next");
        }

        assertThat(read).containsExactlyInAnyOrder(id(first), id(second));
    }

    private Enquiry owedBy(String member) {
        return enquiry(Hackney.KEY, "officer-1")
                .says(
                        "received",
                        Mention.of("set")
                                .with(
                                        "responsible",
                                        Map.of("personId", Cast.of(Hackney.KEY).person(member))));
    }

    private static List<String> owed(String username) {
        return as(Hackney.KEY, username)
                .get("/deadlines")
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String id(Enquiry enquiry) {
        return enquiry.deadline().toString();
    }

    private static List<Object> abouts(String username, Enquiry enquiry) {
        return told(username, enquiry).stream().map(told -> told.get("about")).toList();
    }

    private static boolean isPutOff(Enquiry enquiry, String until) {
        return ServiceUnderTest.count(
                        "deadline_watch",
                        "deadline_id = '%s' and remind_at = '%sT00:00:00Z'".formatted(enquiry.deadline(), until))
                == 1;
    }

    /** Who has left can ask for nothing any more. */
    private static void isToldNothing(String username) {
        assertThat(ServiceUnderTest.count(
                        "notification",
                        "person = '%s'".formatted(Cast.of(Hackney.KEY).person(username))))
                .isZero();
    }
}
