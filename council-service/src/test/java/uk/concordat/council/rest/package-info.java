@NullMarked
package uk.concordat.council.rest;

import org.jspecify.annotations.NullMarked;
