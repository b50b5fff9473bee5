@NullMarked
package uk.concordat.council.imports;

import org.jspecify.annotations.NullMarked;
