package uk.concordat.protocols.pack;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import java.io.IOException;
import java.util.List;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;

/** Reads YAML strictly: one document a file, no key twice. */
final class PackYaml {

    private static final YAMLMapper MAPPER = YAMLMapper.builder(YAMLFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .addModule(new Jdk8Module())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    private PackYaml() {}

    /** @throws InvalidPack naming file and line, if this is not one YAML document */
    static JsonNode parse(String file, byte[] yaml) {
        try {
            return MAPPER.readTree(yaml);
        } catch (JsonProcessingException e) {
            throw new InvalidPack(List.of(
                    e.getCause() instanceof MarkedYAMLException syntax && syntax.getProblemMark() != null
                            ? fault(file, syntax)
                            : fault(file, e)));
        } catch (IOException e) {
            throw new InvalidPack(List.of(new Fault(file, "", wellFormed(e.toString()))));
        }
    }

    /** Only for a tree that the schema has passed. */
    static PackDocument document(JsonNode tree) {
        return MAPPER.convertValue(tree, PackDocument.class);
    }

    /** The YAML parser's own mark: Jackson's location lags behind it by a token. */
    private static Fault fault(String file, MarkedYAMLException syntax) {
        Mark mark = syntax.getProblemMark();
        return new Fault(file, place(mark.getLine() + 1, mark.getColumn() + 1), wellFormed(syntax.getProblem()));
    }

    private static Fault fault(String file, JsonProcessingException problem) {
        JsonLocation location = problem.getLocation();
        return new Fault(
                file, place(location.getLineNr(), location.getColumnNr()), wellFormed(problem.getOriginalMessage()));
    }

    private static String place(int line, int column) {
        return "line " + line + ", column " + column;
    }

    /** On one line, since a message lists one fault a line. */
    private static String wellFormed(String problem) {
        return "one well-formed YAML document in UTF-8, each key once; "
                + problem.strip().replaceAll("\\s+", " ");
    }
}
