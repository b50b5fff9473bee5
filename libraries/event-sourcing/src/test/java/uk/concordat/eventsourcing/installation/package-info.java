@NullMarked
package uk.concordat.eventsourcing.installation;

import org.jspecify.annotations.NullMarked;
