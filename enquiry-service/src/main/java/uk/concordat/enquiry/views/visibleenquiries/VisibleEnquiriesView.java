package uk.concordat.enquiry.views.visibleenquiries;

import java.time.Instant;
import java.util.Comparator;
import java.util.UUID;
import uk.concordat.enquiry.domain.EnquiryState;
import uk.concordat.enquiry.domain.EnquiryState.Known;
import uk.concordat.eventsourcing.database.RoundTrip;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.store.View;
import uk.concordat.eventsourcing.store.ViewTable;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.people.PostId;
import uk.concordat.protocols.people.Responsible;

/** Which enquiries may a person see? A row each, with those who may see it and what a list shows. */
public final class VisibleEnquiriesView implements View<EnquiryState> {

    @Override
    public ViewTable table() {
        return new ViewTable("visible_enquiry", "id");
    }

    @Override
    public void show(RoundTrip roundTrip, Tenant council, UUID stream, EnquiryState state, long version) {
        if (!(state instanceof Known enquiry)) {
            return;
        }
        var particulars = enquiry.particulars();
        Instant unmetDueAt = enquiry.hasEnded()
                ? null
                : enquiry.deadlines().stream()
                        .filter(Deadline::isUnmet)
                        .map(Deadline::dueAt)
                        .min(Comparator.naturalOrder())
                        .orElse(null);
        roundTrip.update(
                """
                insert into visible_enquiry (tenant, id, version, reference, status, subject, member, logged_by,
                  officer_person, officer_post, received_at, unmet_due_at, direction, responsible_person)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                on conflict (tenant, id) do update set version = excluded.version, status = excluded.status,
                  officer_person = excluded.officer_person, officer_post = excluded.officer_post,
                  unmet_due_at = excluded.unmet_due_at, responsible_person = excluded.responsible_person""",
                council.key(),
                stream,
                version,
                particulars.reference(),
                enquiry.status(),
                particulars.subject(),
                particulars.member().value(),
                particulars.loggedBy().map(logger -> logger.value()).orElse(null),
                officer(enquiry).personId().value(),
                enquiry.file().responsible().postId().map(PostId::value).orElse(null),
                particulars.receivedAt(),
                unmetDueAt,
                particulars.direction().code(),
                enquiry.file().responsible().personId().value());
    }

    /** The officer it is with, or who asks the member. */
    private static Responsible officer(Known enquiry) {
        return switch (enquiry.particulars().direction()) {
            case MEMBER_TO_OFFICER -> enquiry.file().responsible();
            case OFFICER_TO_MEMBER -> enquiry.particulars().officer();
        };
    }
}
