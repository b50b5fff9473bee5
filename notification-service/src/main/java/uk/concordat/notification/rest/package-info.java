@NullMarked
package uk.concordat.notification.rest;

import org.jspecify.annotations.NullMarked;
