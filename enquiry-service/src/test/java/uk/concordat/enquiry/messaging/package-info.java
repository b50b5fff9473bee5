@NullMarked
package uk.concordat.enquiry.messaging;

import org.jspecify.annotations.NullMarked;
