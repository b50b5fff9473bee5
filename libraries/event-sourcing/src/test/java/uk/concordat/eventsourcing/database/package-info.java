@NullMarked
package uk.concordat.eventsourcing.database;

import org.jspecify.annotations.NullMarked;
