/** Every fault in its short form. */
@org.jspecify.annotations.NullMarked
package uk.concordat.system.faults;
