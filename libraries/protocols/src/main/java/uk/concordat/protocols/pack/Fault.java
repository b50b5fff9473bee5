package uk.concordat.protocols.pack;

/**
 * What is wrong in a pack's file.
 *
 * @param file the file
 * @param field a JSON pointer such as {@code /enquiries/clocks/0/workingDays}; empty for the whole file; where the YAML
 *     itself is broken, {@code line 3, column 7}
 * @param expected what should stand there, and where it helps, what stands there instead
 */
public record Fault(String file, String field, String expected) {

    /** One line: file, field, expectation. */
    @Override
    public String toString() {
        return file + (field.isEmpty() ? "" : " " + field) + ": expected " + expected;
    }
}
