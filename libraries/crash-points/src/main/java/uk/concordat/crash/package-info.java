/** Ends a process at a named point of its code. */
@NullMarked
package uk.concordat.crash;

import org.jspecify.annotations.NullMarked;
