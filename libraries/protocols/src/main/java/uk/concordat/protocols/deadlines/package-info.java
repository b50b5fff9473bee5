@NullMarked
package uk.concordat.protocols.deadlines;

import org.jspecify.annotations.NullMarked;
