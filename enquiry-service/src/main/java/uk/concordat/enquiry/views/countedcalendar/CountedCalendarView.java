package uk.concordat.enquiry.views.countedcalendar;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.enquiry.domain.Reconciliation;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;

/**
 * A row for each enquiry with a date that another calendar could still change. A command that raced a proclamation writes
 * the calendar that it knew, and so is found out.
 */
public final class CountedCalendarView implements View<EnquiryState> {

    /** The calendar is noted anew whenever the dates have been compared with another. */
    @Override
    public ViewTable table() {
        return new ViewTable("counted_calendar", "enquiry", List.of("calendar"));
    }

    @Override
    public void show(RoundTrip roundTrip, Tenant council, UUID stream, EnquiryState state, long version) {
        if (!(state instanceof Known enquiry)) {
            return;
        }
        String calendars = enquiry.deadlines().stream()
                .filter(Reconciliation::concerns)
                .map(deadline -> deadline.proof().calendar())
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
        if (calendars.isEmpty()) {
            roundTrip.update("delete from counted_calendar where tenant = ? and enquiry = ?", council.key(), stream);
        } else {
            roundTrip.update("""
                    insert into counted_calendar (tenant, enquiry, calendar) values (?, ?, ?)
                    on conflict (tenant, enquiry) do update set calendar = excluded.calendar""", council.key(), stream, calendars);
        }
    }
}
