@NullMarked
package uk.concordat.kit.database;

import org.jspecify.annotations.NullMarked;
