package uk.concordat.enquiry.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ASKS;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DECIDER;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.HANDLES;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.MEMBER;
import static uk.concordat.enquiry.domain.CityEnquiry.NEITHER;
import static uk.concordat.enquiry.domain.CityEnquiry.OFFICER;
import static uk.concordat.enquiry.domain.CityEnquiry.PROTOCOL;
import static uk.concordat.enquiry.domain.CityEnquiry.RECEIVED;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledge;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.receive;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.respond;
import static uk.concordat.enquiry.domain.CityEnquiry.withdraw;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;
import static uk.concordat.enquiry.domain.EnquiryRefusal.Reason;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Respond;
import uk.concordat.enquiry.domain.EnquiryCommand.Withdraw;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.refusal.Ground;
import uk.concordat.protocols.testing.Rule;

class RefusalsTest {

    /** What was done before, what is tried, and why it is refused. */
    record Case(
            Reason reason,
            String code,
            Ground ground,
            Enquiry decider,
            List<EnquiryEvent> before,
            EnquiryCommand tried) {}

    private static final Enquiry WITHOUT_FAX = new Enquiry(new EnquiryProtocol(
            PROTOCOL.id(),
            PROTOCOL.clocks(),
            List.of("portal", "email"),
            PROTOCOL.channelsRule(),
            PROTOCOL.answerSettlesAcknowledgement()));

    private static final EnquiryEvent ACKNOWLEDGED = acknowledged(IN_TIME);
    private static final EnquiryEvent ANSWERED = answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);
    private static final EnquiryEvent WITHDRAWN = withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);

    static Stream<Case> refusals() {
        return Stream.of(
                state(Reason.ALREADY_RECEIVED, "already-received", receive(), received()),
                content(
                        Reason.RECEIVED_IN_THE_FUTURE,
                        "received-in-the-future",
                        DECIDER,
                        receive(RECEIVED.plusNanos(1), RECEIVED, Channel.LETTER)),
                content(
                        Reason.RECEIVED_TOO_LONG_AGO,
                        "received-too-long-ago",
                        DECIDER,
                        receive(Instant.parse("1999-12-31T23:59:59.999Z"), RECEIVED, Channel.LETTER)),
                content(
                        Reason.CHANNEL_STARTS_NO_CLOCK,
                        "channel-not-in-protocol",
                        WITHOUT_FAX,
                        receive(RECEIVED, RECEIVED, Channel.FAX)),
                actor(
                        Reason.NOT_YOURS_TO_ANSWER,
                        "not-yours-to-answer",
                        new Acknowledge(MEMBER, ASKS, BETWEEN, LETTER)),
                actor(Reason.NOT_YOURS_TO_ANSWER, "not-yours-to-answer", new Respond(MEMBER, ASKS, BETWEEN, LETTER)),
                actor(Reason.NOT_YOURS_TO_ANSWER, "not-yours-to-answer", new Respond(MEMBER, NEITHER, BETWEEN, LETTER)),
                actor(
                        Reason.NOT_YOURS_TO_WITHDRAW,
                        "not-yours-to-withdraw",
                        new Withdraw(OFFICER, HANDLES, BETWEEN, Optional.empty())),
                actor(
                        Reason.NOT_YOURS_TO_WITHDRAW,
                        "not-yours-to-withdraw",
                        new Withdraw(MEMBER, NEITHER, BETWEEN, Optional.empty())),
                state(
                        Reason.ALREADY_ACKNOWLEDGED,
                        "already-acknowledged",
                        acknowledge(BETWEEN),
                        received(),
                        ACKNOWLEDGED),
                state(Reason.ALREADY_ANSWERED, "already-answered", respond(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", acknowledge(BETWEEN), received(), ANSWERED),
                state(Reason.ALREADY_ANSWERED, "already-answered", withdraw(BETWEEN), received(), ANSWERED),
                state(Reason.WITHDRAWN, "withdrawn", acknowledge(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", respond(BETWEEN), received(), WITHDRAWN),
                state(Reason.WITHDRAWN, "withdrawn", withdraw(BETWEEN), received(), WITHDRAWN));
    }

    private static Case state(Reason reason, String code, EnquiryCommand tried, EnquiryEvent... before) {
        return new Case(reason, code, Ground.STATE, DECIDER, List.of(before), tried);
    }

    private static Case content(Reason reason, String code, Enquiry decider, EnquiryCommand tried) {
        return new Case(reason, code, Ground.CONTENT, decider, List.of(), tried);
    }

    private static Case actor(Reason reason, String code, EnquiryCommand tried) {
        return new Case(reason, code, Ground.ACTOR, DECIDER, List.of(received()), tried);
    }

    @ParameterizedTest
    @MethodSource("refusals")
    void what_may_not_be_done_is_refused_with_its_own_code_and_ground(Case example) {
        EnquiryRefusal refusal = Scenario.given(
                        example.decider(), example.before().toArray(EnquiryEvent[]::new))
                .when(example.tried())
                .refusal();

        assertThat(refusal.reason()).isEqualTo(example.reason());
        assertThat(refusal.code()).isEqualTo(example.code()).matches("[a-z]+(-[a-z]+)*");
        assertThat(refusal.ground()).isEqualTo(example.ground());
        assertThat(refusal.detail()).endsWith(".");
    }

    @Test
    void every_reason_is_provoked_and_no_two_share_a_code() {
        assertThat(refusals().map(Case::reason).collect(Collectors.toSet())).containsExactlyInAnyOrder(Reason.values());
        assertThat(refusals().map(Case::code).distinct()).hasSameSizeAs(Reason.values());
    }

    @Test
    @Rule("COL-27")
    void a_channel_that_the_protocol_does_not_know_is_refused_citing_the_rule_of_channels() {
        EnquiryRefusal refusal = Scenario.given(WITHOUT_FAX, new EnquiryEvent[0])
                .when(receive(RECEIVED, RECEIVED, Channel.FAX))
                .refusal();

        assertThat(refusal.citation()).contains(PROTOCOL.channelsRule());
        assertThat(PROTOCOL.channelsRule().rule()).isEqualTo("COL-27");
    }

    @Test
    void who_may_not_act_is_told_so_before_the_state_is_looked_at() {
        EnquiryRefusal refusal = Stand.given(received(), WITHDRAWN)
                .when(new Respond(MEMBER, ASKS, BETWEEN, LETTER))
                .refusal();

        assertThat(refusal.reason()).isEqualTo(Reason.NOT_YOURS_TO_ANSWER);
    }

    @Test
    void a_part_makes_a_reader_of_whoever_asks_or_handles() {
        assertThat(Stream.of(ASKS, HANDLES, new Part(true, true))).allMatch(Part::maySee);
        assertThat(NEITHER.maySee()).isFalse();
    }

    @Test
    void nothing_but_a_receipt_can_begin_an_enquiry() {
        assertThat(Arrays.asList(acknowledge(BETWEEN), respond(BETWEEN), withdraw(BETWEEN)))
                .allSatisfy(command -> assertThatThrownBy(() -> DECIDER.decide(command, DECIDER.initial()))
                        .isInstanceOf(IllegalStateException.class));
    }
}
