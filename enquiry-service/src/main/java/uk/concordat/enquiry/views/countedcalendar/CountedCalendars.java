package uk.concordat.enquiry.views.countedcalendar;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.eventsourcing.database.Pending;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Transaction;

/** The enquiries whose dates have not been compared with the calendar in force. */
@ApplicationScoped
public class CountedCalendars {

    /** Some of them, in the order of their ids, after one. */
    public List<UUID> otherThan(Transaction transaction, String calendar, Optional<UUID> after, int most) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<UUID> enquiries = roundTrip.query(
                """
                select enquiry from counted_calendar
                where tenant = ? and calendar <> ? and (?::uuid is null or enquiry > ?::uuid)
                order by enquiry limit ?""",
                row -> row.getObject(1, UUID.class),
                transaction.tenant().key(),
                calendar,
                after.orElse(null),
                after.orElse(null),
                most);
        roundTrip.send();
        return enquiries.list();
    }

    /**
     * Until the transaction ends, a command that changes the enquiry waits before it writes which calendar it knew.
     *
     * @return whether it is so: the row may have gone, or been made anew this very moment
     */
    public boolean hold(Transaction transaction, UUID enquiry) {
        RoundTrip roundTrip = transaction.roundTrip();
        Pending<String> held = roundTrip.query(
                "select calendar from counted_calendar where tenant = ? and enquiry = ? for update",
                row -> row.getString(1),
                transaction.tenant().key(),
                enquiry);
        roundTrip.send();
        return held.first().isPresent();
    }

    /** The enquiry's dates agree with that calendar. */
    public void compared(RoundTrip roundTrip, Transaction transaction, UUID enquiry, String calendar) {
        roundTrip.update(
                "update counted_calendar set calendar = ? where tenant = ? and enquiry = ?",
                calendar,
                transaction.tenant().key(),
                enquiry);
    }
}
