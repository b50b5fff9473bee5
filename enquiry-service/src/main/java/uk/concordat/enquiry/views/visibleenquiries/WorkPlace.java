package uk.concordat.enquiry.views.visibleenquiries;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * Where an enquiry stands in the order of work: by what is due soonest, then by its id.
 *
 * @param dueAt empty where nothing in it has a date; such stand last
 */
public record WorkPlace(Optional<Instant> dueAt, UUID id) {}
