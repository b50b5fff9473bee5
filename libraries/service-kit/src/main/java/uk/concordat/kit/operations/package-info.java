@NullMarked
package uk.concordat.kit.operations;

import org.jspecify.annotations.NullMarked;
