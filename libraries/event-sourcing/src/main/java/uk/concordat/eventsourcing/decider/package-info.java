@NullMarked
package uk.concordat.eventsourcing.decider;

import org.jspecify.annotations.NullMarked;
