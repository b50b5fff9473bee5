/** Which enquiries' dates were counted in a calendar that is not in force any more? */
@NullMarked
package uk.concordat.enquiry.views.countedcalendar;

import org.jspecify.annotations.NullMarked;
