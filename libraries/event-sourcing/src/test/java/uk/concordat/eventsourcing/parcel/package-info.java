@NullMarked
package uk.concordat.eventsourcing.parcel;

import org.jspecify.annotations.NullMarked;
