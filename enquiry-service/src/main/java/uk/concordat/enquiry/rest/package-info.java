@NullMarked
package uk.concordat.enquiry.rest;

import org.jspecify.annotations.NullMarked;
