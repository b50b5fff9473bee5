@NullMarked
package uk.concordat.council.scim;

import org.jspecify.annotations.NullMarked;
