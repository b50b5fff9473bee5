package uk.concordat.notification.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.deadlines.DeadlineAction;

/**
 * What an owner has said of a deadline, as far as it bears on when it is next to be looked at.
 *
 * @param status how it stands now; empty from builds that did not say
 * @param rung of a breach or a sparing; 0 otherwise
 * @param climbs whether somebody further up is still to be told
 * @param at when the owner recorded it, in business time
 */
public record Mentioned(
        int revision,
        DeadlineAction action,
        Optional<Status> status,
        int rung,
        LocalDate dueOn,
        Instant dueAt,
        boolean climbs,
        Instant at) {}
