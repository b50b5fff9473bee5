@NullMarked
package uk.concordat.kit.openapi;

import org.jspecify.annotations.NullMarked;
