@NullMarked
package uk.concordat.protocols.ladder;

import org.jspecify.annotations.NullMarked;
