@NullMarked
package uk.concordat.kit.messaging;

import org.jspecify.annotations.NullMarked;
