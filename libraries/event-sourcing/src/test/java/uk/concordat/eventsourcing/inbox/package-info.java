@NullMarked
package uk.concordat.eventsourcing.inbox;

import org.jspecify.annotations.NullMarked;
