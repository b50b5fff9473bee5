@NullMarked
package uk.concordat.council;

import org.jspecify.annotations.NullMarked;
