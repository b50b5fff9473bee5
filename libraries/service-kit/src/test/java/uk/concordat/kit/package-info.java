@NullMarked
package uk.concordat.kit;

import org.jspecify.annotations.NullMarked;
