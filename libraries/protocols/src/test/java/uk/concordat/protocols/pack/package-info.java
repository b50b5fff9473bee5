@NullMarked
package uk.concordat.protocols.pack;

import org.jspecify.annotations.NullMarked;
