@NullMarked
package uk.concordat.council.application;

import org.jspecify.annotations.NullMarked;
