package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.LINE;
import static uk.concordat.enquiry.domain.CityEnquiry.LONDON;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER_SERVICES;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.addressed;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.Stand.given;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryEvent.DepartureRecorded;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.pack.PackId;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.testing.Rule;

class AddresseeTest {

    private static final String WHY = "Only she knows the records of the lamps.";

    @Test
    @Rule("COL-24")
    void what_does_not_ask_for_facts_alone_is_not_put_to_a_junior_officer() {
        EnquiryRefusal refusal =
                given().when(addressed(false, Set.of(), Optional.empty())).refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.ADDRESSEE_TOO_JUNIOR);
        assertThat(refusal.ground()).isEqualTo(Ground.CONTENT);
        assertThat(refusal.citation()).hasValueSatisfying(citation -> {
            assertThat(citation.rule()).isEqualTo("COL-24");
            assertThat(citation.reading().code()).isEqualTo("ours");
        });
    }

    @Test
    @Rule("HAR-34")
    void in_harlow_too_and_its_own_paragraph_is_cited() {
        EnquiryRefusal refusal = HarlowEnquiry.given()
                .when(HarlowEnquiry.receive(HarlowEnquiry.RECEIVED, Channel.EMAIL, false, Optional.empty()))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.ADDRESSEE_TOO_JUNIOR);
        assertThat(refusal.citation()).hasValueSatisfying(citation -> {
            assertThat(citation.rule()).isEqualTo("HAR-34");
            assertThat(citation.reading().code()).isEqualTo("stated");
        });
    }

    @ParameterizedTest
    @Rule({"COL-24", "HAR-34"})
    @ValueSource(
            strings = {"line-manager", "director", "head-of-paid-service", "monitoring-officer", "chief-finance-officer"
            })
    void a_senior_officer_may_be_asked_anything(String role) {
        assertThat(given().when(addressed(false, Set.of("clerk", role), Optional.empty()))
                        .events())
                .singleElement()
                .isInstanceOf(EnquiryReceived.class);
    }

    @Test
    @Rule("COL-24")
    void a_role_that_the_pack_does_not_list_makes_nobody_senior() {
        assertThat(given().when(addressed(false, Set.of("clerk"), Optional.empty()))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ADDRESSEE_TOO_JUNIOR);
    }

    @Test
    @Rule({"COL-24", "HAR-34"})
    void anybody_may_be_asked_for_facts() {
        assertThat(given().when(addressed(true, Set.of(), Optional.empty())).events())
                .singleElement()
                .isInstanceOf(EnquiryReceived.class);
        assertThat(HarlowEnquiry.given().when(HarlowEnquiry.receive()).events())
                .singleElement()
                .isInstanceOf(EnquiryReceived.class);
    }

    @Test
    @Rule("COL-24")
    void with_a_reason_a_junior_officer_is_asked_all_the_same_and_the_departure_is_recorded_after_the_receipt() {
        var after = given().when(addressed(false, Set.of(), departure("COL-24", WHY)));

        assertThat(after.events())
                .hasSize(2)
                .last()
                .isEqualTo(new DepartureRecorded(MEMBER_SERVICES, RECEIVED, "COL-24", WHY));
        assertThat(Stand.of(after.and()).enquiry().status()).isEqualTo("received");
        assertThat(Stand.of(after.and()).enquiry().deadlines())
                .isEqualTo(Stand.of(given(received())).enquiry().deadlines());
    }

    @Test
    @Rule("HAR-34")
    void a_members_own_departure_is_the_members() {
        assertThat(HarlowEnquiry.given()
                        .when(HarlowEnquiry.receive(
                                HarlowEnquiry.RECEIVED, Channel.EMAIL, false, departure("HAR-34", WHY)))
                        .events())
                .last()
                .isEqualTo(new DepartureRecorded(MEMBER, HarlowEnquiry.RECEIVED, "HAR-34", WHY));
    }

    @ParameterizedTest
    @Rule("COL-24")
    @ValueSource(strings = {"", " ", "\t\r\n", "\u2003"})
    void a_blank_reason_is_none(String blank) {
        EnquiryRefusal refusal = given().when(addressed(false, Set.of(), departure("COL-24", blank)))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.DEPARTURE_WITHOUT_REASON);
        assertThat(refusal.citation())
                .hasValueSatisfying(citation -> assertThat(citation.rule()).isEqualTo("COL-24"));
    }

    @ParameterizedTest
    @Rule("COL-24")
    @ValueSource(strings = {"HAR-34", "COL-28", "col-24", ""})
    void a_departure_from_another_rule_does_not_help(String rule) {
        assertThat(given().when(addressed(false, Set.of(), departure(rule, WHY)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.ADDRESSEE_TOO_JUNIOR);
    }

    @Test
    @Rule("COL-24")
    void where_nothing_is_departed_from_no_departure_is_recorded() {
        assertThat(given().when(addressed(true, Set.of(), departure("COL-24", WHY)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DEPART_FROM);
        assertThat(given().when(addressed(false, Set.of("director"), departure("COL-24", WHY)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DEPART_FROM);
    }

    @Test
    void no_act_departs_from_anything_so_none_may_say_that_it_does() {
        Acting departing = new Acting(
                OFFICER, HANDLES, BETWEEN, LONDON, CityEnquiry.CALENDAR, LINE, Map.of(), departure("COL-24", WHY));

        assertThat(given(received())
                        .when(new Respond(departing, LETTER))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DEPART_FROM);
    }

    /** The first edition of the City's pack did not speak of whom to ask. */
    @Test
    void a_pack_that_does_not_speak_of_whom_to_ask_lets_anybody_be_asked_and_knows_no_departure() {
        Enquiry silent = new Enquiry(
                EnquiryProtocol.of(PackLibrary.standard().pack(new PackId("city-of-london", "2006-04-13"))));

        assertThat(Scenario.given(silent, new EnquiryEvent[0])
                        .when(addressed(false, Set.of(), Optional.empty()))
                        .events())
                .hasSize(1);
        assertThat(Scenario.given(silent, new EnquiryEvent[0])
                        .when(addressed(false, Set.of(), departure("COL-24", WHY)))
                        .refusal()
                        .reason())
                .isEqualTo(Reason.NOTHING_TO_DEPART_FROM);
    }

    @Test
    void a_recorded_departure_changes_nothing_about_the_enquiry() {
        EnquiryState before = given(received()).state();

        EnquiryState after = DECIDER.evolve(before, new DepartureRecorded(MEMBER_SERVICES, RECEIVED, "COL-24", WHY));

        assertThat(after).isEqualTo(before);
    }

    private static Optional<Departure> departure(String rule, String reason) {
        return Optional.of(new Departure(rule, reason));
    }
}
