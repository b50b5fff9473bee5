@NullMarked
package uk.concordat.local;

import org.jspecify.annotations.NullMarked;
