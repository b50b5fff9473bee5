@NullMarked
package uk.concordat.system.crashes;

import org.jspecify.annotations.NullMarked;
