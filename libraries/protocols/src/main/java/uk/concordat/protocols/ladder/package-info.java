/** Who is told, rung by rung, when something owed has not been done. */
@NullMarked
package uk.concordat.protocols.ladder;

import org.jspecify.annotations.NullMarked;
