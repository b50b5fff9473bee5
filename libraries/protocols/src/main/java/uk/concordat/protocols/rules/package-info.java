/** The rules of the five protocols, in our words, so that every date and every refusal can cite its paragraph. */
@NullMarked
package uk.concordat.protocols.rules;

import org.jspecify.annotations.NullMarked;
