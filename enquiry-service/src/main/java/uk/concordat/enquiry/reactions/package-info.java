@NullMarked
package uk.concordat.enquiry.reactions;

import org.jspecify.annotations.NullMarked;
