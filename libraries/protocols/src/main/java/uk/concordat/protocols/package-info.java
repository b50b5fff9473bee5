/**
 * What a council's protocol says, as data: the packs ({@code pack}), the rules they cite ({@code rules}) and the working
 * days they count in ({@code days}). Plain Java; it depends on no framework.
 */
@NullMarked
package uk.concordat.protocols;

import org.jspecify.annotations.NullMarked;
