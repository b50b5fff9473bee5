@NullMarked
package uk.concordat.eventsourcing.relay;

import org.jspecify.annotations.NullMarked;
