@NullMarked
package uk.concordat.kit.reading;

import org.jspecify.annotations.NullMarked;
