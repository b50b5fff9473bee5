package uk.concordat.enquiry.reactions;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.jboss.logging.Logger;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.EnquiryCommand.Lapse;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.inbox.Effect;
import uk.concordat.eventsourcing.inbox.Message;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.NotKnownYet;
import uk.concordat.protocols.deadlines.DeadlineId;
import uk.concordat.protocols.ladder.ReportingLine;

/** The clock reports that a deadline has lapsed; the enquiry says whether it is breached or spared. */
@ApplicationScoped
public class WhenDeadlineLapsesThenConfirmOrSpare implements Effect {

    private static final Logger LOG = Logger.getLogger(WhenDeadlineLapsesThenConfirmOrSpare.class);
    private static final String LAPSED = "uk.concordat.deadline.lapsed.v1";

    private final EventStore<EnquiryState, EnquiryEvent> store;
    private final EnquiryProtocols protocols;
    private final Directories directories;

    public WhenDeadlineLapsesThenConfirmOrSpare(
            EventStore<EnquiryState, EnquiryEvent> store, EnquiryProtocols protocols, Directories directories) {
        this.store = store;
        this.protocols = protocols;
        this.directories = directories;
    }

    @Override
    public void apply(Transaction transaction, Message message) {
        JsonNode lapse = message.data();
        if (!message.type().equals(LAPSED)) {
            throw NotYet.ofUnknownType(message);
        }
        if (!isOfAnEnquiry(transaction, lapse)) {
            return;
        }
        UUID enquiry =
                UUID.fromString(lapse.required("case").required("subject").asText());
        Stream<EnquiryState, EnquiryEvent> stream = store.load(transaction, enquiry);
        if (!(stream.state() instanceof Known known)) {
            throw new NotYet("the enquiry " + enquiry);
        }
        if (!protocols.knows(known.particulars().protocol())) {
            throw new NotYet("the pack " + known.particulars().protocol());
        }
        Decision<EnquiryEvent, EnquiryRefusal> decision = protocols
                .of(known)
                .decide(
                        new Lapse(
                                new DeadlineId(UUID.fromString(
                                        lapse.required("deadlineId").asText())),
                                lapse.required("revision").asInt(),
                                lapse.required("rung").asInt(),
                                transaction.now(),
                                line(transaction, known)),
                        known);
        switch (decision) {
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> events) -> {
                RoundTrip roundTrip = transaction.roundTrip();
                store.append(roundTrip, transaction, stream, events, Origin.system(message.traceparent()));
                roundTrip.send();
                transaction.onceCommitted(
                        () -> LOG.infof("Lapse of deadline %s of %s: %s", message.subject(), enquiry, names(events)));
            }
            case Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal) ->
                throw new IllegalStateException("A lapse is never refused, but was: " + refusal.code());
        }
    }

    /** Whoever stands in the line must be known before anybody is told. */
    private ReportingLine line(Transaction transaction, Known enquiry) {
        Directory directory =
                directories.present(transaction).orElseThrow(() -> new NotYet("the council " + transaction.tenant()));
        try {
            return Enquiries.line(enquiry.file().responsible(), directory, directory.day(transaction.now()));
        } catch (NotKnownYet unknown) {
            throw new NotYet("everybody in the line: " + unknown.getMessage());
        }
    }

    private static boolean isOfAnEnquiry(Transaction transaction, JsonNode lapse) {
        return lapse.required("case")
                .required("source")
                .asText()
                .equals("/councils/" + transaction.tenant().key() + "/enquiries");
    }

    private static List<String> names(List<EnquiryEvent> events) {
        return events.stream().map(event -> event.getClass().getSimpleName()).toList();
    }
}
