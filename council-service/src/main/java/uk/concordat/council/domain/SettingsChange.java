package uk.concordat.council.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/**
 * What the council has set for itself from a day on.
 *
 * @param by who set it and why; empty where a council's files did
 */
public record SettingsChange(LocalDate from, CouncilSettings settings, Optional<ByOfficer> by) {

    /** An officer, and why in their own words. */
    public record ByOfficer(PersonId person, Instant at, String reason) {}
}
