/** {@code ./concordat bench}: figures as ratios to a raw twin that is measured in the same run. */
@org.jspecify.annotations.NullMarked
package uk.concordat.system.bench;
