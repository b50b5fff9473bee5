package uk.concordat.kit.council;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a council sets for itself where no protocol says anything: shown as local, never as the protocol's. What is not
 * set does not happen. Numbers are whole working days, at least 1.
 *
 * @param reminderWorkingDays how long before its day a deadline is recalled to who owes it
 * @param rungWorkingDays how long a missed deadline stays on one rung of the ladder before it climbs to the next
 * @param followUpWorkingDays how long after an answer a follow-up reopens the enquiry
 * @param targets by when something is to be done to which the protocol gives no limit
 * @param quietHours the hours in which no mail is sent
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record LocalSettings(
        Optional<Integer> reminderWorkingDays,
        Optional<Integer> rungWorkingDays,
        Optional<Integer> followUpWorkingDays,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Target> targets,
        Optional<QuietHours> quietHours) {

    /** Nothing set: no reminders, no rung after the first, no follow-up, no target, no quiet hours. */
    public static final LocalSettings NONE = new LocalSettings(Optional.empty(), Optional.empty(), Optional.empty());

    public LocalSettings {
        // Documents that were published before councils had targets have none.
        targets = List.copyOf(Objects.requireNonNullElse(targets, List.of()));
    }

    /** Settings without a target of the council's own, nor quiet hours. */
    public LocalSettings(
            Optional<Integer> reminderWorkingDays,
            Optional<Integer> rungWorkingDays,
            Optional<Integer> followUpWorkingDays) {
        this(reminderWorkingDays, rungWorkingDays, followUpWorkingDays, List.of(), Optional.empty());
    }

    /**
     * The council's own target.
     *
     * @param direction {@code member-to-officer} or {@code officer-to-member}
     * @param kind of the deadline, such as {@code full-response}
     * @param workingDays from receipt
     */
    public record Target(String direction, String kind, int workingDays) {
        public Target {
            requireNonNull(direction);
            requireNonNull(kind);
        }
    }

    /** From a time of day, in the council's zone, up to another, which is the next day's where it is not later. */
    public record QuietHours(LocalTime from, LocalTime to) {
        public QuietHours {
            requireNonNull(from);
            requireNonNull(to);
        }
    }
}
