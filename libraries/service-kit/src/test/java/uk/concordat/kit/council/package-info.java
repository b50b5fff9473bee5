@NullMarked
package uk.concordat.kit.council;

import org.jspecify.annotations.NullMarked;
