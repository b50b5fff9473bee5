@NullMarked
package uk.concordat.eventsourcing.republication;

import org.jspecify.annotations.NullMarked;
