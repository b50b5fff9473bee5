@NullMarked
package uk.concordat.eventsourcing.lease;

import org.jspecify.annotations.NullMarked;
