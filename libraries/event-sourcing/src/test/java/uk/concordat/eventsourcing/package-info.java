@NullMarked
package uk.concordat.eventsourcing;

import org.jspecify.annotations.NullMarked;
