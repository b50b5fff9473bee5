@NullMarked
package uk.concordat.protocols.rules;

import org.jspecify.annotations.NullMarked;
