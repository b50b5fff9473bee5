@NullMarked
package uk.concordat.council.messaging;

import org.jspecify.annotations.NullMarked;
