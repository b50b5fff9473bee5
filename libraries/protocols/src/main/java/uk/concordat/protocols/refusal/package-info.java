@NullMarked
package uk.concordat.protocols.refusal;

import org.jspecify.annotations.NullMarked;
