package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.CaseFile;
import uk.concordat.enquiry.domain.Direction;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.Letter;
import uk.concordat.enquiry.domain.Revision;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.people.Responsible;

/** An enquiry as the caller may see it. */
@ApplicationScoped
public class EnquiryPresenter {

    private final EnquiryProtocols protocols;
    private final EnquiryActions actions;

    public EnquiryPresenter(EnquiryProtocols protocols, EnquiryActions actions) {
        this.protocols = protocols;
        this.actions = actions;
    }

    /** The enquiry as it stands, with what the caller may do. */
    public EnquiryBody show(Situation situation, Stream<EnquiryState, EnquiryEvent> stream) {
        Known enquiry = Enquiries.known(stream.state());
        return show(enquiry, situation, List.copyOf(actions.of(enquiry, situation)));
    }

    /** The enquiry as it stood at the situation's moment; nothing can be done to the past. */
    public EnquiryBody showPast(Situation then, Known enquiry) {
        return show(enquiry, then, List.of());
    }

    private EnquiryBody show(Known enquiry, Situation situation, List<EnquiryBody.ActionBody> actions) {
        var particulars = enquiry.particulars();
        CaseFile file = enquiry.file();
        Directory directory = situation.directory();
        return new EnquiryBody(
                particulars.id().value(),
                particulars.reference(),
                situation.caller().council().key(),
                new EnquiryBody.Protocol(
                        particulars.protocol().pack(), particulars.protocol().version()),
                enquiry.status(),
                enquiry.isOverdue(situation.now()),
                particulars.kind().code(),
                particulars.direction().code(),
                particulars.subject(),
                particulars.text(),
                particulars.factual(),
                particulars.capacity().map(capacity -> capacity.code()),
                particulars.channel().code(),
                particulars.receivedAt(),
                PersonBody.of(particulars.member(), directory),
                PersonBody.of(officer(file).personId(), directory),
                particulars.loggedBy().map(logger -> PersonBody.of(logger, directory)),
                file.latest(Letter.Kind.ACKNOWLEDGEMENT).map(letter -> letter(letter, directory)),
                file.latest(Letter.Kind.RESPONSE).map(letter -> letter(letter, directory)),
                file.letters().stream()
                        .map(letter -> new EnquiryBody.CorrespondenceBody(
                                letter.kind().code(),
                                PersonBody.of(letter.by(), directory),
                                letter.at(),
                                letter.text(),
                                letter.reasons()))
                        .toList(),
                promise(file, directory),
                file.deadlines().stream()
                        .map(deadline -> DeadlineBody.of(deadline, particulars.direction(), directory))
                        .toList(),
                protocols.unstated(enquiry).stream()
                        .map(EnquiryBody.Unstated::of)
                        .toList(),
                actions);
    }

    private static Responsible officer(CaseFile file) {
        return file.particulars().direction() == Direction.MEMBER_TO_OFFICER
                ? file.responsible()
                : file.particulars().officer();
    }

    /** The promise as it stands, how often it was revised and by how many working days in all (HAR-37). */
    private static Optional<EnquiryBody.PromiseBody> promise(CaseFile file, Directory directory) {
        List<Revision> revisions = file.revisionsOfPromise();
        return file.promise()
                .map(Deadline::proof)
                .map(proof -> new EnquiryBody.PromiseBody(
                        proof.dueOn(),
                        revisions.size(),
                        revisions.stream().mapToInt(Revision::slippage).sum(),
                        revisions.stream()
                                .map(revision -> new EnquiryBody.RevisionBody(
                                        PersonBody.of(revision.by(), directory),
                                        revision.at(),
                                        revision.before(),
                                        revision.replyBy(),
                                        revision.inTime(),
                                        revision.slippage(),
                                        revision.explanation()))
                                .toList()));
    }

    private static EnquiryBody.LetterBody letter(Letter letter, Directory directory) {
        return new EnquiryBody.LetterBody(PersonBody.of(letter.by(), directory), letter.at(), letter.text());
    }
}
