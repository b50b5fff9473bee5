@NullMarked
package uk.concordat.protocols.authority;

import org.jspecify.annotations.NullMarked;
