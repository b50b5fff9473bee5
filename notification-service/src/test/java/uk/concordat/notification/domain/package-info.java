@NullMarked
package uk.concordat.notification.domain;

import org.jspecify.annotations.NullMarked;
