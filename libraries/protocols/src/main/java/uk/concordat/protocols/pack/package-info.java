/** A council's protocol as a file: which clocks run, under which policy, and by which rule. */
@NullMarked
package uk.concordat.protocols.pack;

import org.jspecify.annotations.NullMarked;
