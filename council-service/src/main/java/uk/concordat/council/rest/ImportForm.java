package uk.concordat.council.rest;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.server.multipart.FormValue;
import org.jboss.resteasy.reactive.server.multipart.MultipartFormDataInput;
import uk.concordat.council.imports.CouncilCsv;
import uk.concordat.council.imports.CsvParts;
import uk.concordat.kit.problem.Problem;

/**
 * The form with a council's files. They are read line by line from where it was put down.
 *
 * @param files by the names of their parts, which are those of {@link CouncilCsv#PARTS}
 */
record ImportForm(Map<String, Path> files) {

    /** What came of a form. */
    sealed interface Read {

        record Taken(ImportForm form) implements Read {}

        /** What is not as it must be would be passed over, and its sender not know. */
        record Refused(Response answer) implements Read {}
    }

    static Read of(MultipartFormDataInput sent) {
        Map<String, Path> files = new HashMap<>();
        for (Map.Entry<String, Collection<FormValue>> part : sent.getValues().entrySet()) {
            Optional<Response> refusal = refusal(part.getKey(), part.getValue());
            if (refusal.isPresent()) {
                return new Read.Refused(refusal.get());
            }
            part.getValue()
                    .forEach(value ->
                            files.put(part.getKey(), value.getFileItem().getFile()));
        }
        return new Read.Taken(new ImportForm(files));
    }

    private static Optional<Response> refusal(String part, Collection<FormValue> values) {
        if (!CouncilCsv.PARTS.contains(part)) {
            return Optional.of(Problem.of(
                            400,
                            "unknown-part",
                            "The form has a part that is no file of a council. Its parts are: %s."
                                    .formatted(String.join(", ", CouncilCsv.PARTS)))
                    .response());
        }
        if (values.size() > 1) {
            return Optional.of(
                    Problem.of(400, "part-twice", "The part %s is there twice. Send each file once.".formatted(part))
                            .response());
        }
        return values.stream().allMatch(FormValue::isFileItem)
                ? Optional.empty()
                : Optional.of(Problem.of(
                                400, "part-no-file", "The part %s is no file. Send it with a filename.".formatted(part))
                        .response());
    }

    List<String> names() {
        return CouncilCsv.PARTS.stream().filter(files::containsKey).toList();
    }

    CsvParts parts() {
        return part -> Optional.ofNullable(files.get(part)).map(ImportForm::reader);
    }

    private static Reader reader(Path file) {
        try {
            return new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException("A file of the form cannot be read", unreadable);
        }
    }
}
