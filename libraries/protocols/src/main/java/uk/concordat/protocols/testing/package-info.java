/** What the tests of every module share. */
@NullMarked
package uk.concordat.protocols.testing;

import org.jspecify.annotations.NullMarked;
