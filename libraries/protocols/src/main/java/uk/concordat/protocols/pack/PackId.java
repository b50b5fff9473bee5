package uk.concordat.protocols.pack;

/**
 * Which pack, and which version of it: what a case pins at receipt.
 *
 * @param pack such as {@code city-of-london}
 * @param version a date, with {@code .1}, {@code .2} … for later packs of the same date, such as {@code 2006-04-13}
 */
public record PackId(String pack, String version) {

    /** As in {@code city-of-london 2006-04-13}. */
    @Override
    public String toString() {
        return pack + " " + version;
    }
}
