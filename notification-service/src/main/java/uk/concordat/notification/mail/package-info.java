/** Notifications as mail: written, sent until a server has them or refuses, and reports of those that came back. */
@NullMarked
package uk.concordat.notification.mail;

import org.jspecify.annotations.NullMarked;
