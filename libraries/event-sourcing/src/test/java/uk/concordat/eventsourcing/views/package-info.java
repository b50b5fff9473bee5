@NullMarked
package uk.concordat.eventsourcing.views;

import org.jspecify.annotations.NullMarked;
