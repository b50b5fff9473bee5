@NullMarked
package uk.concordat.eventsourcing.walk;

import org.jspecify.annotations.NullMarked;
