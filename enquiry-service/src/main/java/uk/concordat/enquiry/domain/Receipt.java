package uk.concordat.enquiry.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryCommand.PutToMember;
import uk.concordat.enquiry.domain.EnquiryCommand.Receive;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryPutToMember;
import uk.concordat.enquiry.domain.EnquiryEvent.EnquiryReceived;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.protocols.people.Responsible;

/** Takes an enquiry in and starts the clocks that its protocol sets. */
record Receipt(EnquiryProtocol protocol) {

    Decision<EnquiryEvent, EnquiryRefusal> receive(Receive command) {
        Optional<EnquiryRefusal> wrongDate = ReceiptDate.refusal(command.receivedAt(), command.now());
        if (wrongDate.isPresent()) {
            return Decision.refuse(wrongDate.get());
        }
        Decision<EnquiryEvent, EnquiryRefusal> departure = protocol.addressee()
                .map(addressee -> addressee.check(command))
                .orElseGet(() -> Departures.none(command.departure()));
        return switch (departure) {
            case Decision.Refused<EnquiryEvent, EnquiryRefusal> refused -> refused;
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> departures) -> {
                List<EnquiryEvent> events = new ArrayList<>();
                events.add(received(command));
                events.addAll(departures);
                yield new Decision.Accepted<>(events);
            }
        };
    }

    private EnquiryReceived received(Receive command) {
        return new EnquiryReceived(
                command.id(),
                command.reference(),
                protocol.id(),
                command.kind(),
                command.member(),
                command.officer(),
                command.loggedBy(),
                command.channel(),
                command.capacity(),
                command.factual(),
                command.receivedAt(),
                command.subject(),
                command.text(),
                protocol.start(
                        Direction.MEMBER_TO_OFFICER,
                        command.channel(),
                        new ClockStart(
                                command.receivedAt(),
                                command.zone(),
                                command.calendar(),
                                command.deadlineIds(),
                                command.officer(),
                                command.targets())),
                protocol.targetsOf(Direction.MEMBER_TO_OFFICER, command.targets()));
    }

    Decision<EnquiryEvent, EnquiryRefusal> putToMember(PutToMember command) {
        if (Departures.none(command.departure()) instanceof Decision.Refused<EnquiryEvent, EnquiryRefusal> refused) {
            return refused;
        }
        return Decision.accept(new EnquiryPutToMember(
                command.id(),
                command.reference(),
                protocol.id(),
                command.kind(),
                command.officer().personId(),
                command.officer(),
                command.member(),
                command.channel(),
                command.factual(),
                command.now(),
                command.subject(),
                command.text(),
                protocol.start(
                        Direction.OFFICER_TO_MEMBER,
                        command.channel(),
                        new ClockStart(
                                command.now(),
                                command.zone(),
                                command.calendar(),
                                command.deadlineIds(),
                                Responsible.inPerson(command.member()),
                                command.targets())),
                protocol.targetsOf(Direction.OFFICER_TO_MEMBER, command.targets())));
    }
}
