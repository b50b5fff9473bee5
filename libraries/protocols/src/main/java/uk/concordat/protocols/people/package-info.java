@NullMarked
package uk.concordat.protocols.people;

import org.jspecify.annotations.NullMarked;
