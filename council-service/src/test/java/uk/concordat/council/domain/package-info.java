@NullMarked
package uk.concordat.council.domain;

import org.jspecify.annotations.NullMarked;
