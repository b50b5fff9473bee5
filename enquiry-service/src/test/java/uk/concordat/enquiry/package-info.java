@NullMarked
package uk.concordat.enquiry;

import org.jspecify.annotations.NullMarked;
