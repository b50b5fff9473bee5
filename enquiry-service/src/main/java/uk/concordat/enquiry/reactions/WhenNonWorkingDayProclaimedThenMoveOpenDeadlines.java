package uk.concordat.enquiry.reactions;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import uk.concordat.enquiry.application.Enquiries;
import uk.concordat.enquiry.application.EnquiryProtocols;
import uk.concordat.enquiry.domain.EnquiryCommand.Reconcile;
import uk.concordat.enquiry.domain.EnquiryEvent;
import uk.concordat.enquiry.domain.EnquiryRefusal;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.reactions.WaitingForPacks.Missed;
import uk.concordat.enquiry.views.countedcalendar.CountedCalendars;
import uk.concordat.eventsourcing.database.DatabaseUnavailable;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.database.Transaction;
import uk.concordat.eventsourcing.database.Transactions;
import uk.concordat.eventsourcing.decider.Decision;
import uk.concordat.eventsourcing.store.EventStore;
import uk.concordat.eventsourcing.store.Origin;
import uk.concordat.eventsourcing.store.Stream;
import uk.concordat.kit.command.Traces;
import uk.concordat.kit.council.CaughtUp;
import uk.concordat.kit.council.CouncilRegister;
import uk.concordat.kit.council.Directories;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.problem.NotNow;
import uk.concordat.protocols.pack.PackId;

/**
 * A day was proclaimed, or withdrawn: every date that it touches is counted again. It looks again and again for dates that
 * were counted in another calendar than the one in force, so that a command that raced the proclamation is caught too.
 */
@ApplicationScoped
public class WhenNonWorkingDayProclaimedThenMoveOpenDeadlines {

    private static final Logger LOG = Logger.getLogger(WhenNonWorkingDayProclaimedThenMoveOpenDeadlines.class);
    private static final int PAGE = 200;

    private final EventStore<EnquiryState, EnquiryEvent> store;
    private final EnquiryProtocols protocols;
    private final Directories directories;
    private final CountedCalendars calendars;
    private final CouncilRegister councils;
    private final Transactions transactions;
    private final WaitingForPacks waiting;
    private final CaughtUp caughtUp;

    public WhenNonWorkingDayProclaimedThenMoveOpenDeadlines(
            EventStore<EnquiryState, EnquiryEvent> store,
            EnquiryProtocols protocols,
            Directories directories,
            CountedCalendars calendars,
            CouncilRegister councils,
            Transactions transactions,
            WaitingForPacks waiting,
            CaughtUp caughtUp) {
        this.store = store;
        this.protocols = protocols;
        this.directories = directories;
        this.calendars = calendars;
        this.councils = councils;
        this.transactions = transactions;
        this.waiting = waiting;
        this.caughtUp = caughtUp;
    }

    @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void look() {
        // What is still being read may have an earlier calendar than the one that dates were counted by.
        if (!caughtUp.isCaughtUp()) {
            return;
        }
        try {
            waiting.are(councils.all().stream()
                    .flatMap(council -> reconcile(council).stream().map(pack -> new Missed(council, pack)))
                    .collect(Collectors.groupingBy(Function.identity(), Collectors.counting())));
        } catch (DatabaseUnavailable away) {
            LOG.infof("Dates are compared with the calendar when the database is back: %s", away.getMessage());
        }
    }

    /**
     * What fails of one council or enquiry keeps no other waiting; it is tried again at the next look.
     *
     * @return of each enquiry that waits for its pack, the pack
     */
    private List<PackId> reconcile(Tenant council) {
        List<PackId> missed = new ArrayList<>();
        try {
            Optional<UUID> last = Optional.empty();
            List<UUID> page;
            do {
                page = pageAfter(council, last);
                page.forEach(enquiry -> reconcile(council, enquiry).ifPresent(missed::add));
                last = page.isEmpty() ? last : Optional.of(page.getLast());
            } while (page.size() == PAGE);
        } catch (NotNow missing) {
            LOG.warnf("Dates of %s cannot be compared with the calendar now: %s", council, missing.getMessage());
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The dates of %s could not be compared with the calendar", council);
        }
        return missed;
    }

    private List<UUID> pageAfter(Tenant council, Optional<UUID> last) {
        return transactions.in(
                council,
                transaction -> directories
                        .present(transaction)
                        .map(directory -> calendars.otherThan(
                                transaction, directory.calendar().version(), last, PAGE))
                        .orElse(List.of()));
    }

    private Optional<PackId> reconcile(Tenant council, UUID enquiry) {
        try {
            return transactions.untilWon(council, transaction -> reconcile(transaction, enquiry));
        } catch (DatabaseUnavailable away) {
            throw away;
        } catch (RuntimeException failure) {
            LOG.errorf(failure, "The dates of %s could not be compared with the calendar", enquiry);
            return Optional.empty();
        }
    }

    private Optional<PackId> reconcile(Transaction transaction, UUID enquiry) {
        if (!calendars.hold(transaction, enquiry)) {
            // If it still is to be compared, the next look finds it.
            return Optional.empty();
        }
        Directory directory = directories.present(transaction).orElseThrow();
        Stream<EnquiryState, EnquiryEvent> stream = store.load(transaction, enquiry);
        Known known = Enquiries.known(stream.state());
        PackId pack = known.particulars().protocol();
        if (!protocols.knows(pack)) {
            return Optional.of(pack);
        }
        var decision = protocols
                .of(known)
                .decide(new Reconcile(transaction.now(), directory.zone(), directory.calendar()), known);
        switch (decision) {
            case Decision.Accepted<EnquiryEvent, EnquiryRefusal>(List<EnquiryEvent> events) -> {
                RoundTrip roundTrip = transaction.roundTrip();
                store.append(roundTrip, transaction, stream, events, Origin.system(Traces.traceparent()));
                calendars.compared(
                        roundTrip, transaction, enquiry, directory.calendar().version());
                roundTrip.send();
                if (!events.isEmpty()) {
                    transaction.onceCommitted(() ->
                            LOG.infof("By another calendar %d dates of %s are other days", events.size(), enquiry));
                }
            }
            case Decision.Refused<EnquiryEvent, EnquiryRefusal>(EnquiryRefusal refusal) ->
                throw new IllegalStateException("A calendar is never refused, but was: " + refusal.code());
        }
        return Optional.empty();
    }
}
