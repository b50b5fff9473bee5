@NullMarked
package uk.concordat.notification;

import org.jspecify.annotations.NullMarked;
