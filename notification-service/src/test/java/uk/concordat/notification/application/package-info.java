@NullMarked
package uk.concordat.notification.application;

import org.jspecify.annotations.NullMarked;
