@NullMarked
package uk.concordat.notification.messaging;

import org.jspecify.annotations.NullMarked;
