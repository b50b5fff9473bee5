@NullMarked
package uk.concordat.kit.problem;

import org.jspecify.annotations.NullMarked;
