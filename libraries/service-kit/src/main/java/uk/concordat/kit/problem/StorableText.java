package uk.concordat.kit.problem;

/** Text that comes back as it went in: PostgreSQL keeps no null character, and UTF-8 has no half of a surrogate pair. */
public final class StorableText {

    private StorableText() {}

    public static boolean isStorable(String text) {
        return text.codePoints().noneMatch(character -> character == 0 || isHalfOfAPair(character));
    }

    /** In a sequence of code points a surrogate is one that has lost its other half. */
    private static boolean isHalfOfAPair(int character) {
        return character >= Character.MIN_SURROGATE && character <= Character.MAX_SURROGATE;
    }
}
