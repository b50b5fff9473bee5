package uk.concordat.kit.council;

import uk.concordat.eventsourcing.database.Tenant;

/** A document of a council has arrived at this replica: who waited for it may go on. */
public record CouncilChanged(Tenant council) {}
