package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT;
import static uk.concordat.enquiry.domain.CityEnquiry.ACKNOWLEDGEMENT_DUE;
import static uk.concordat.enquiry.domain.CityEnquiry.AFTER_ALL;
import static uk.concordat.enquiry.domain.CityEnquiry.BETWEEN;
import static uk.concordat.enquiry.domain.CityEnquiry.DIRECTOR_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.FULL_RESPONSE;
import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.MANAGER_STEP;
import static uk.concordat.enquiry.domain.CityEnquiry.REASON;
import static uk.concordat.enquiry.domain.CityEnquiry.acknowledged;
import static uk.concordat.enquiry.domain.CityEnquiry.addressed;
import static uk.concordat.enquiry.domain.CityEnquiry.answered;
import static uk.concordat.enquiry.domain.CityEnquiry.assign;
import static uk.concordat.enquiry.domain.CityEnquiry.breached;
import static uk.concordat.enquiry.domain.CityEnquiry.followUp;
import static uk.concordat.enquiry.domain.CityEnquiry.hold;
import static uk.concordat.enquiry.domain.CityEnquiry.member;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.CityEnquiry.spared;
import static uk.concordat.enquiry.domain.CityEnquiry.told;
import static uk.concordat.enquiry.domain.CityEnquiry.withdrawn;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import uk.concordat.enquiry.domain.EnquiryCommand.Close;
import uk.concordat.enquiry.domain.EnquiryCommand.Hold;
import uk.concordat.enquiry.domain.EnquiryCommand.Reopen;
import uk.concordat.eventsourcing.testkit.Scenario;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.PassedOver;

/** Enquiries' lives that between them end in every kind of event; what commands decide is decided by the real packs. */
public final class EveryEvent {

    private static final LocalDate PROCLAIMED = LocalDate.of(2026, 12, 29);

    private EveryEvent() {}

    /** The last event of each life. */
    public static List<EnquiryEvent> all() {
        return lives().stream().map(List::getLast).toList();
    }

    public static List<List<EnquiryEvent>> lives() {
        EnquiryEvent breach = breached(ACKNOWLEDGEMENT, ACKNOWLEDGEMENT_DUE);
        EnquiryEvent answer = answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE);
        return List.of(
                List.of(received()),
                List.of(HarlowEnquiry.askedOfTheMember()),
                city(List.of(), addressed(false, Set.of(), Optional.of(new Departure("COL-24", REASON)))),
                List.of(received(), acknowledged(IN_TIME)),
                harlow(List.of(HarlowEnquiry.received()), HarlowEnquiry.acknowledge(HarlowEnquiry.IN_TIME)),
                city(List.of(received()), hold(IN_TIME)),
                harlow(promised(), HarlowEnquiry.revise(HarlowEnquiry.BEFORE_PROMISE, HarlowEnquiry.LATER)),
                List.of(received(), answered(BETWEEN, FULL_RESPONSE)),
                city(List.of(received(), breach), assign(officer(BETWEEN))),
                city(List.of(received(), answer), followUp(IN_TIME, 5)),
                city(List.of(received(), answer), new Reopen(officer(BETWEEN), REASON)),
                city(List.of(received(), answer), new Close(member(BETWEEN), Optional.of(REASON))),
                List.of(received(), withdrawn(BETWEEN, FULL_RESPONSE)),
                List.of(
                        received(),
                        breached(
                                ACKNOWLEDGEMENT,
                                1,
                                BETWEEN,
                                new Climb(
                                        List.of(told(DIRECTOR_STEP)),
                                        List.of(new PassedOver(MANAGER_STEP.post())),
                                        true))),
                List.of(received(), spared(ACKNOWLEDGEMENT, 1, BETWEEN)),
                city(List.of(received()), Proclaimed.reconcile(IN_TIME, PROCLAIMED)),
                city(List.of(received(), breach), Proclaimed.reconcile(ACKNOWLEDGEMENT_DUE, PROCLAIMED))
                        .subList(0, 3));
    }

    /** Lives that end in an event of a kind that {@link #lives} has already, and tell it otherwise. */
    public static List<List<EnquiryEvent>> otherLives() {
        EnquiryEvent breach = breached(ACKNOWLEDGEMENT, BETWEEN);
        return List.of(
                List.of(CityEnquiry.receivedFromTheMember()),
                List.of(received(), breach),
                List.of(received(), breach, acknowledged(BETWEEN)),
                List.of(received(), answered(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)),
                List.of(received(), withdrawn(IN_TIME, ACKNOWLEDGEMENT, FULL_RESPONSE)),
                List.of(received(), acknowledged(IN_TIME), spared(ACKNOWLEDGEMENT, 1, BETWEEN)),
                city(List.of(received()), new Hold(officer(AFTER_ALL), REASON, Optional.of(REASON), true)),
                city(List.of(received()), assign(officer(IN_TIME))),
                harlow(promised(), HarlowEnquiry.revise(HarlowEnquiry.AFTER_PROMISE, HarlowEnquiry.LATER)),
                harlow(
                        List.of(HarlowEnquiry.askedOfTheMember()),
                        HarlowEnquiry.lapse(HarlowEnquiry.FIRST_RESPONSE, 1, 0, HarlowEnquiry.FIRST_RESPONSE_DUE)));
    }

    private static List<EnquiryEvent> promised() {
        return List.of(
                HarlowEnquiry.received(),
                HarlowEnquiry.acknowledged(HarlowEnquiry.IN_TIME),
                HarlowEnquiry.promised(HarlowEnquiry.IN_TIME));
    }

    private static List<EnquiryEvent> city(List<EnquiryEvent> before, EnquiryCommand command) {
        return life(CityEnquiry.DECIDER, before, command);
    }

    private static List<EnquiryEvent> harlow(List<EnquiryEvent> before, EnquiryCommand command) {
        return life(HarlowEnquiry.DECIDER, before, command);
    }

    private static List<EnquiryEvent> life(Enquiry decider, List<EnquiryEvent> before, EnquiryCommand command) {
        List<EnquiryEvent> life = new ArrayList<>(before);
        life.addAll(Scenario.given(decider, before.toArray(EnquiryEvent[]::new))
                .when(command)
                .events());
        return List.copyOf(life);
    }
}
