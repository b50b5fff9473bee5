@NullMarked
package uk.concordat.kit.command;

import org.jspecify.annotations.NullMarked;
