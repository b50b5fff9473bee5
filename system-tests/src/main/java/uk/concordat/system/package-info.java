/** The whole stack as a user meets it: over REST, on the topics, and after a crash. */
@org.jspecify.annotations.NullMarked
package uk.concordat.system;
