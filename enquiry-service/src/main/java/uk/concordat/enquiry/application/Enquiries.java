package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.List;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryHistory;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.domain.Part;
import uk.concordat.enquiry.messaging.EnquiryPublisher;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiriesView;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.identity.Token;

/** Where enquiries are kept, and how commands reach them. */
@ApplicationScoped
public class Enquiries {

    @Produces
    @Singleton
    EventStore<EnquiryState, EnquiryEvent> store() {
        return new EventStore<>(
                "enquiry",
                EnquiryEventTypes.table(),
                EnquiryHistory.initial(),
                EnquiryHistory::evolve,
                new EnquiryPublisher(),
                List.of(new VisibleEnquiriesView()));
    }

    @Produces
    @Singleton
    CaseCommands<EnquiryState, EnquiryEvent> commands(
            EventStore<EnquiryState, EnquiryEvent> store,
            Transactions transactions,
            Directories directories,
            Callers callers,
            Token token,
            CommandRequest request) {
        return new CaseCommands<>(store, Enquiries::maySee, transactions, directories, callers, token, request);
    }

    /** Readers are the member, the logger, the officer it is with, and those above in the line; to others it does not exist. */
    public static boolean maySee(EnquiryState state, Situation situation) {
        return state instanceof Known known && part(known, situation).maySee();
    }

    /** An enquiry that a caller can be shown has been received. */
    public static Known known(EnquiryState state) {
        return switch (state) {
            case Known known -> known;
            case NotReceived _ -> throw new IllegalStateException("Nobody sees an enquiry that was not received");
        };
    }

    /** What the caller is to the enquiry today. */
    public static Part part(Known enquiry, Situation situation) {
        var particulars = enquiry.particulars();
        var caller = situation.caller().id();
        var directory = situation.directory();
        var post = particulars.officer().postId().orElseThrow();
        boolean asks = caller.equals(particulars.member())
                || particulars.loggedBy().filter(caller::equals).isPresent();
        boolean handles = caller.equals(particulars.officer().personId())
                || directory
                        .holder(post, situation.today())
                        .filter(caller::equals)
                        .isPresent()
                || directory.isAbove(caller, post, situation.today());
        return new Part(asks, handles);
    }
}
