/** How enquiries are stored. */
@org.jspecify.annotations.NullMarked
package uk.concordat.enquiry.application;
