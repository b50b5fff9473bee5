@NullMarked
package uk.concordat.enquiry.views.visibleenquiries;

import org.jspecify.annotations.NullMarked;
