package uk.concordat.enquiry.domain;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import uk.concordat.enquiry.domain.EnquiryEvent.DeadlineBreached;
import uk.concordat.protocols.deadlines.Deadline;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.ladder.ReportingLine;
import uk.concordat.protocols.ladder.Told;
import uk.concordat.protocols.ladder.ToldAs;
import uk.concordat.protocols.people.Responsible;

/**
 * Who is told of a missed date. An officer's climbs the reporting line. A member's own is told to the member and to the
 * officer who asked, and climbs nowhere (HAR-38).
 */
final class Ladder {

    private Ladder() {}

    static DeadlineBreached breach(CaseFile file, Deadline deadline, Instant at, ReportingLine line) {
        return new DeadlineBreached(deadline.id(), deadline.revision(), 0, at, first(file, deadline, line));
    }

    /** Whom it falls to now, and the nearest above; nobody who has been told of it. */
    static Climb handedOver(Deadline deadline, Responsible officer, ReportingLine line) {
        return line.first(officer, deadline.told());
    }

    private static Climb first(CaseFile file, Deadline deadline, ReportingLine line) {
        return switch (file.particulars().direction()) {
            case MEMBER_TO_OFFICER -> line.first(deadline.responsible(), deadline.told());
            case OFFICER_TO_MEMBER -> {
                Responsible asked = file.particulars().officer();
                List<Told> both = new ArrayList<>();
                both.add(new Told(Optional.empty(), file.particulars().member(), ToldAs.RESPONSIBLE_MEMBER));
                both.add(new Told(asked.postId(), asked.personId(), ToldAs.ASKING_OFFICER));
                yield new Climb(both, List.of(), false);
            }
        };
    }
}
