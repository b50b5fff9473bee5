@NullMarked
package uk.concordat.enquiry.application;

import org.jspecify.annotations.NullMarked;
