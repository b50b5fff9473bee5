@NullMarked
package uk.concordat.eventsourcing.store;

import org.jspecify.annotations.NullMarked;
