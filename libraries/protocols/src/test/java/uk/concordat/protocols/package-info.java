@NullMarked
package uk.concordat.protocols;

import org.jspecify.annotations.NullMarked;
