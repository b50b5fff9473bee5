/** Who the caller is. */
@org.jspecify.annotations.NullMarked
package uk.concordat.kit.me;
