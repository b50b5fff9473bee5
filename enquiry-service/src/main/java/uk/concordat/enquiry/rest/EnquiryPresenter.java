package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Acknowledged;
import uk.concordat.enquiry.domain.EnquiryState.Answered;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.Letter;
import uk.concordat.enquiry.domain.EnquiryState.Received;
import uk.concordat.enquiry.domain.EnquiryState.Withdrawn;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Situation;

/** An enquiry as the caller may see it. */
@ApplicationScoped
public class EnquiryPresenter {

    private final EnquiryProtocols protocols;
    private final EnquiryActions actions;

    public EnquiryPresenter(EnquiryProtocols protocols, EnquiryActions actions) {
        this.protocols = protocols;
        this.actions = actions;
    }

    public EnquiryBody show(Situation situation, Stream<EnquiryState, EnquiryEvent> stream) {
        Known enquiry = Enquiries.known(stream.state());
        var particulars = enquiry.particulars();
        return new EnquiryBody(
                particulars.id().value(),
                particulars.reference(),
                situation.caller().council().key(),
                new EnquiryBody.Protocol(
                        particulars.protocol().pack(), particulars.protocol().version()),
                enquiry.status(),
                enquiry.isOverdue(situation.now()),
                particulars.kind().code(),
                particulars.subject(),
                particulars.text(),
                particulars.factual(),
                particulars.capacity().code(),
                particulars.channel().code(),
                particulars.receivedAt(),
                PersonBody.of(particulars.member(), situation.directory()),
                PersonBody.of(particulars.officer().personId(), situation.directory()),
                particulars.loggedBy().map(logger -> PersonBody.of(logger, situation.directory())),
                enquiry.acknowledged().map(letter -> letter(letter, situation)),
                response(enquiry).map(letter -> letter(letter, situation)),
                enquiry.deadlines().stream()
                        .map(deadline -> DeadlineBody.of(deadline, situation.directory()))
                        .toList(),
                protocols.unstated(enquiry).stream()
                        .map(EnquiryBody.Unstated::of)
                        .toList(),
                List.copyOf(actions.of(enquiry, situation)));
    }

    private static EnquiryBody.LetterBody letter(Letter letter, Situation situation) {
        return new EnquiryBody.LetterBody(
                PersonBody.of(letter.by(), situation.directory()), letter.at(), letter.text());
    }

    private static Optional<Letter> response(Known enquiry) {
        return switch (enquiry) {
            case Answered answered -> Optional.of(answered.response());
            case Received _, Acknowledged _, Withdrawn _ -> Optional.empty();
        };
    }
}
