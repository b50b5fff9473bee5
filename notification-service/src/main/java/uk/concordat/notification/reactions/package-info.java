@NullMarked
package uk.concordat.notification.reactions;

import org.jspecify.annotations.NullMarked;
