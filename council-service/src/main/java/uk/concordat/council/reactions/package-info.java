@NullMarked
package uk.concordat.council.reactions;

import org.jspecify.annotations.NullMarked;
