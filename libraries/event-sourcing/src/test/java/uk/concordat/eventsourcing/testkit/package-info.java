@NullMarked
package uk.concordat.eventsourcing.testkit;

import org.jspecify.annotations.NullMarked;
