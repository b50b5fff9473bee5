/** What can go wrong under a stack at work, done to it on purpose, and what is found afterwards. */
@org.jspecify.annotations.NullMarked
package uk.concordat.system.faults;
