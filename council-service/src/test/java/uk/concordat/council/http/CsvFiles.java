package uk.concordat.council.http;

import io.restassured.builder.MultiPartSpecBuilder;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import uk.concordat.kit.testing.Repository;

/** A council's files, as bytes. */
record CsvFiles(Map<String, byte[]> parts) {

    private static final List<String> NAMES =
            List.of("council", "people", "posts", "holders", "deputies", "allocations");

    /** Those of the local stack. */
    static CsvFiles of(String council) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        NAMES.forEach(name -> parts.put(name, read(council, name)));
        return new CsvFiles(parts);
    }

    /** The City's files for a council of another key. */
    static CsvFiles ofTheCityAs(String key) {
        return of("city-of-london").replacing("council", "\ncity-of-london,", "\n" + key + ",");
    }

    CsvFiles replacing(String part, String text, String other) {
        String old = text(part);
        if (!old.contains(text)) {
            throw new IllegalArgumentException(part + " does not hold " + text);
        }
        return with(part, old.replace(text, other));
    }

    /** Without the one line that begins so. */
    CsvFiles withoutLine(String part, String beginning) {
        List<String> lines = text(part).lines().toList();
        if (lines.stream().filter(line -> line.startsWith(beginning)).count() != 1) {
            throw new IllegalArgumentException("%s has not one line that begins with %s".formatted(part, beginning));
        }
        return with(
                part,
                lines.stream()
                        .filter(line -> !line.startsWith(beginning))
                        .map(line -> line + "\n")
                        .collect(Collectors.joining()));
    }

    /** With one more line. */
    CsvFiles plus(String part, String line) {
        return with(part, text(part) + line + "\n");
    }

    CsvFiles with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    CsvFiles with(String part, byte[] content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, content);
        return new CsvFiles(changed);
    }

    CsvFiles without(String part) {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.remove(part);
        return new CsvFiles(changed);
    }

    CsvFiles in(String part, Charset charset) {
        return with(part, text(part).getBytes(charset));
    }

    String text(String part) {
        return new String(parts.getOrDefault(part, new byte[0]), StandardCharsets.UTF_8);
    }

    /** How many things they tell of: the council, and each person and post. */
    int things() {
        return lines("council") + lines("people") + lines("posts");
    }

    private int lines(String part) {
        return (int) text(part).lines().skip(1).count();
    }

    /** As parts of a form without file names, as the local stack sends them. */
    RequestSpecification in(RequestSpecification request) {
        parts.forEach((name, content) -> request.multiPart(new MultiPartSpecBuilder(content)
                .controlName(name)
                .emptyFileName()
                .mimeType("text/csv; charset=UTF-8")
                .build()));
        return request;
    }

    /** As a browser's form or curl sends files. */
    RequestSpecification asUploadIn(RequestSpecification request) {
        parts.forEach((name, content) -> request.multiPart(name, name + ".csv", content, "application/vnd.ms-excel"));
        return request;
    }

    private static byte[] read(String council, String name) {
        try {
            return Files.readAllBytes(
                    Repository.root().resolve("deploy/local/councils/%s/%s.csv".formatted(council, name)));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
