/** Working days of England and Wales, counted forwards and backwards, with the proof of each count. */
@NullMarked
package uk.concordat.protocols.days;

import org.jspecify.annotations.NullMarked;
