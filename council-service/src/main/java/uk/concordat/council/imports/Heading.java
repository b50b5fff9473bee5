package uk.concordat.council.imports;

import java.util.List;

/** What is wrong with the heading of a file that has not the columns it should have. */
final class Heading {

    private Heading() {}

    static String problem(List<String> columns) {
        String heading = String.join(",", columns);
        if (heading.indexOf('\0') >= 0 || heading.indexOf(Cell.NOT_UTF_8) >= 0) {
            return "is not UTF-8";
        }
        if (columns.size() == 1 && heading.contains(";")) {
            return "has semicolons between its cells";
        }
        if (columns.size() == 1 && heading.contains("\t")) {
            return "has tabs between its cells";
        }
        return "has the columns " + Cell.quoted(heading);
    }
}
