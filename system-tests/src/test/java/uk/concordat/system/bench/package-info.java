/** What a benchmark could get wrong without anybody seeing it in the figures. */
@org.jspecify.annotations.NullMarked
package uk.concordat.system.bench;
