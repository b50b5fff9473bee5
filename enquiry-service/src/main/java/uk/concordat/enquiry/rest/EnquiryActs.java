package uk.concordat.enquiry.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.EnquiryCommand;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.kit.command.Answers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.problem.StrictJson;
import uk.concordat.kit.reading.Ids;
import uk.concordat.protocols.refusal.Refusal;

/** Carries an act on an enquiry out and answers with the enquiry as the caller may see it now. */
@ApplicationScoped
public class EnquiryActs {

    /** Decides of who acts, in which situation, on which enquiry, by what the body says. */
    @FunctionalInterface
    interface Deciding<B> {
        Decision<EnquiryEvent, Refusal> decide(B body, Known enquiry, Situation situation);
    }

    /** Makes the command of who acts and what the body says. */
    @FunctionalInterface
    interface Making<B> {
        EnquiryCommand make(B body, Acting acting);
    }

    private final CaseCommands<EnquiryState, EnquiryEvent> commands;
    private final EnquiryProtocols protocols;
    private final EnquiryPresenter presenter;

    public EnquiryActs(
            CaseCommands<EnquiryState, EnquiryEvent> commands, EnquiryProtocols protocols, EnquiryPresenter presenter) {
        this.commands = commands;
        this.protocols = protocols;
        this.presenter = presenter;
    }

    /** An act whose command follows from the body alone. */
    <B> Response act(
            String id,
            byte[] body,
            Class<B> type,
            Function<B, Optional<Bodies.DepartureBody>> departure,
            Making<B> making) {
        return act(id, body, type, (read, enquiry, situation) -> {
            Acting acting =
                    Enquiries.acting(enquiry, situation, departure.apply(read).map(Bodies.DepartureBody::toDomain));
            return Decision.widened(protocols.of(enquiry).decide(making.make(read, acting), enquiry));
        });
    }

    <B> Response act(String id, byte[] body, Class<B> type, Deciding<B> deciding) {
        return Ids.parse(id)
                .map(enquiry -> Answers.of(
                        commands.change(
                                enquiry,
                                body,
                                (situation, state) -> deciding.decide(
                                        StrictJson.read(body, type), Enquiries.known(state), situation)),
                        EnquiryResource.PATH,
                        presenter::show))
                .orElseGet(Answers::unknown);
    }
}
