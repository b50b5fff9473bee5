package uk.concordat.enquiry.domain;

import static uk.concordat.enquiry.domain.CityEnquiry.IN_TIME;
import static uk.concordat.enquiry.domain.CityEnquiry.LETTER;
import static uk.concordat.enquiry.domain.CityEnquiry.officer;
import static uk.concordat.enquiry.domain.CityEnquiry.received;
import static uk.concordat.enquiry.domain.HarlowEnquiry.BEFORE_PROMISE;
import static uk.concordat.enquiry.domain.HarlowEnquiry.EXPLANATION;
import static uk.concordat.enquiry.domain.HarlowEnquiry.LATER;
import static uk.concordat.enquiry.domain.HarlowEnquiry.PROMISED;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import uk.concordat.enquiry.domain.EnquiryCommand.Acknowledge;
import uk.concordat.enquiry.domain.EnquiryCommand.Revise;
import uk.concordat.enquiry.domain.EnquiryRefusal.Reason;
import uk.concordat.protocols.refusal.Ground;

/** Days of an answer that cannot be promised, or not like this. */
final class TriedDates {

    private static final Instant HARLOW_IN_TIME = HarlowEnquiry.IN_TIME;

    private TriedDates() {}

    static Stream<Tried> all() {
        return Stream.of(
                Tried.harlow(
                        Reason.ACKNOWLEDGEMENT_WITHOUT_DATE,
                        "acknowledgement-without-date",
                        Ground.CONTENT,
                        HarlowEnquiry.acknowledgeWithoutDate(HARLOW_IN_TIME)),
                Tried.harlow(
                        Reason.REPLY_DATE_IN_THE_PAST,
                        "reply-date-in-the-past",
                        Ground.CONTENT,
                        HarlowEnquiry.acknowledge(HARLOW_IN_TIME, LocalDate.of(2026, 9, 2))),
                Tried.harlow(
                        Reason.REPLY_DATE_NOT_A_WORKING_DAY,
                        "reply-date-not-a-working-day",
                        Ground.CONTENT,
                        HarlowEnquiry.acknowledge(HARLOW_IN_TIME, LocalDate.of(2026, 9, 20))),
                Tried.harlow(
                        Reason.REPLY_DATE_TOO_FAR,
                        "reply-date-too-far",
                        Ground.CONTENT,
                        HarlowEnquiry.acknowledge(HARLOW_IN_TIME, LocalDate.of(2031, 9, 3))),
                Tried.city(
                        Reason.REPLY_DATE_NOT_IN_PROTOCOL,
                        "reply-date-not-in-protocol",
                        Ground.CONTENT,
                        new Acknowledge(officer(IN_TIME), LETTER, Optional.of(LocalDate.of(2027, 1, 8))),
                        received()),
                Tried.state(
                        Reason.PROTOCOL_KNOWS_NO_PROMISE,
                        "protocol-knows-no-promise",
                        new Revise(officer(IN_TIME), Optional.of(LocalDate.of(2027, 1, 8)), Optional.of(EXPLANATION)),
                        received()),
                Tried.harlow(
                        Reason.NOTHING_PROMISED,
                        "nothing-promised",
                        Ground.STATE,
                        HarlowEnquiry.revise(HARLOW_IN_TIME, LATER)),
                revision(
                        Reason.TIMESCALE_WITHOUT_EXPLANATION,
                        "timescale-without-explanation",
                        new Revise(HarlowEnquiry.officer(BEFORE_PROMISE), Optional.of(LATER), Optional.of(" "))),
                revision(
                        Reason.TIMESCALE_WITHOUT_EXPLANATION,
                        "timescale-without-explanation",
                        new Revise(HarlowEnquiry.officer(BEFORE_PROMISE), Optional.of(LATER), Optional.empty())),
                revision(
                        Reason.TIMESCALE_WITHOUT_DATE,
                        "timescale-without-date",
                        new Revise(HarlowEnquiry.officer(BEFORE_PROMISE), Optional.empty(), Optional.of(EXPLANATION))),
                revision(
                        Reason.REPLY_DATE_UNCHANGED,
                        "reply-date-unchanged",
                        HarlowEnquiry.revise(BEFORE_PROMISE, PROMISED)));
    }

    private static Tried revision(Reason reason, String code, EnquiryCommand command) {
        return new Tried(
                reason,
                code,
                Ground.CONTENT,
                HarlowEnquiry.DECIDER,
                List.of(
                        HarlowEnquiry.received(),
                        HarlowEnquiry.acknowledged(HARLOW_IN_TIME),
                        HarlowEnquiry.promised(HARLOW_IN_TIME)),
                command);
    }
}
