package uk.concordat.eventsourcing.store;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Where a view's rows lie.
 *
 * @param name the table
 * @param stream its column with the id of the stream that a row is of
 * @param notes columns that others write too, such as how far they have come: no check compares them, and in a row made
 *     anew they begin again
 */
public record ViewTable(String name, String stream, List<String> notes) {

    /** These stand in statements as they are. */
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");

    public ViewTable {
        notes = List.copyOf(notes);
        Stream.concat(Stream.of(name, stream), notes.stream()).forEach(word -> {
            if (!IDENTIFIER.matcher(word).matches()) {
                throw new IllegalArgumentException("Not the name of a table or column: " + word);
            }
        });
    }

    /** A table that nothing but its view writes. */
    public ViewTable(String name, String stream) {
        this(name, stream, List.of());
    }
}
