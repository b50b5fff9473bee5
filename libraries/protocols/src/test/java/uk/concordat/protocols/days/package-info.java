@NullMarked
package uk.concordat.protocols.days;

import org.jspecify.annotations.NullMarked;
