@NullMarked
package uk.concordat.kit.protocol;

import org.jspecify.annotations.NullMarked;
