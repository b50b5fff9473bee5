@NullMarked
package uk.concordat.kit.traces;

import org.jspecify.annotations.NullMarked;
