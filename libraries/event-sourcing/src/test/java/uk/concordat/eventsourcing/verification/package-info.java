@NullMarked
package uk.concordat.eventsourcing.verification;

import org.jspecify.annotations.NullMarked;
