@NullMarked
package uk.concordat.enquiry.domain;

import org.jspecify.annotations.NullMarked;
