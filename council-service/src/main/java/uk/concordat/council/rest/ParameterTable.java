package uk.concordat.council.rest;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The parameters as a table to print: columns as wide as what stands in them. */
final class ParameterTable {

    private static final List<String> HEAD = List.of("parameter", "value", "basis", "paragraph", "reading");

    private ParameterTable() {}

    static String print(String title, List<ParameterBody> parameters) {
        List<List<String>> lines = Stream.concat(
                        Stream.of(HEAD),
                        parameters.stream()
                                .map(row -> List.of(
                                        row.parameter(),
                                        row.value(),
                                        row.rule().orElse(row.source()),
                                        row.paragraph().orElse(""),
                                        row.reading().orElse(""))))
                .toList();
        return title + "\n\n" + lines.stream().map(line -> line(line, lines)).collect(Collectors.joining("\n")) + "\n";
    }

    private static String line(List<String> cells, List<List<String>> all) {
        StringBuilder line = new StringBuilder();
        for (int column = 0; column < cells.size(); column++) {
            int place = column;
            int width = all.stream()
                    .mapToInt(other -> other.get(place).length())
                    .max()
                    .orElse(0);
            line.append(cells.get(column)).repeat(" ", width - cells.get(column).length() + 2);
        }
        return line.toString().stripTrailing();
    }
}
