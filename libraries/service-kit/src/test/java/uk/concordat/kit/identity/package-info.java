@NullMarked
package uk.concordat.kit.identity;

import org.jspecify.annotations.NullMarked;
