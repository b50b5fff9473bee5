package uk.concordat.protocols.pack;

/**
 * A pack in the library.
 *
 * @param home the file that it came from
 */
record Shelved(Pack pack, String home) {}
