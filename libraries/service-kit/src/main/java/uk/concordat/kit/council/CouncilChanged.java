package uk.concordat.kit.council;

import uk.concordat.eventsourcing.database.Tenant;

/** Documents of a council have arrived at this replica: who waited for it may go on. */
public record CouncilChanged(Tenant council) {}
