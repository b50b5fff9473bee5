package uk.concordat.notification.application;

import java.util.UUID;
import uk.concordat.notification.domain.Watched;

/** A deadline as it stands in the table of watched deadlines. */
record WatchedDeadline(UUID id, Watched watched) {}
