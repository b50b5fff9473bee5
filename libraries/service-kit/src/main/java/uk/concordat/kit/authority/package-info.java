@NullMarked
package uk.concordat.kit.authority;

import org.jspecify.annotations.NullMarked;
