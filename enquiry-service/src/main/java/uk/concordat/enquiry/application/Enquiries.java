package uk.concordat.enquiry.application;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.Acting;
import uk.concordat.enquiry.domain.Authority;
import uk.concordat.enquiry.domain.Departure;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryHistory;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.EnquiryState.NotReceived;
import uk.concordat.enquiry.messaging.EnquiryPublisher;
import uk.concordat.enquiry.views.countedcalendar.CountedCalendarView;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiriesView;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.kit.command.Callers;
import uk.concordat.kit.command.CaseCommands;
import uk.concordat.kit.command.CommandRequest;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.identity.Token;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.people.Responsible;

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
                List.of(new VisibleEnquiriesView(), new CountedCalendarView()));
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

    /** Who is nothing to an enquiry may not know of it. */
    public static boolean maySee(EnquiryState state, Situation situation) {
        return state instanceof Known known && Authority.READ.isFor(Parts.of(known, situation));
    }

    /** An enquiry that a caller can be shown has been received. */
    public static Known known(EnquiryState state) {
        return switch (state) {
            case Known known -> known;
            case NotReceived _ -> throw new IllegalStateException("Nobody sees an enquiry that was not received");
        };
    }

    /** The posts above the one that the enquiry is with, as they are held on a day; none above a member. */
    public static ReportingLine line(Responsible responsible, Directory directory, LocalDate day) {
        return responsible
                .postId()
                .map(post -> directory.reportingLine(post, day))
                .orElseGet(ReportingLine::none);
    }

    /** Who acts, with what the directory and the calendar say now. */
    public static Acting acting(Known enquiry, Situation situation, Optional<Departure> departure) {
        return acting(
                enquiry,
                situation,
                line(enquiry.file().responsible(), situation.directory(), situation.today()),
                departure);
    }

    /**
     * Who asks what they may do. Whoever would be told of it has no say in that, so it can be asked though somebody in the
     * line is not known here.
     */
    public static Acting asking(Known enquiry, Situation situation) {
        return acting(enquiry, situation, ReportingLine.none(), Optional.empty());
    }

    private static Acting acting(
            Known enquiry, Situation situation, ReportingLine line, Optional<Departure> departure) {
        return new Acting(
                situation.caller().id(),
                Parts.of(enquiry, situation),
                situation.now(),
                situation.directory().zone(),
                situation.directory().calendar(),
                line,
                NewDeadlineIds.all(),
                departure);
    }
}
