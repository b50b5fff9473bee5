package uk.concordat.protocols.rules;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/** Every rule of the five protocols, from {@code rules.csv}, and those that a pack brings along. Immutable. */
public final class Rulebook {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();

    private final Map<String, Rule> rules;

    private Rulebook(Map<String, Rule> rules) {
        this.rules = Collections.unmodifiableMap(rules);
    }

    /** The rulebook that comes with the library. */
    public static Rulebook standard() {
        return Standard.RULEBOOK;
    }

    /** These rules, and more. Where two have one id it is these that count. */
    public Rulebook with(Collection<Rule> more) {
        Map<String, Rule> all = new LinkedHashMap<>(rules);
        more.forEach(rule -> all.putIfAbsent(rule.id(), rule));
        return new Rulebook(all);
    }

    /** @throws UnknownRule if there is none of that id */
    public Rule rule(String id) {
        return find(id).orElseThrow(() -> new UnknownRule(id));
    }

    public Optional<Rule> find(String id) {
        return Optional.ofNullable(rules.get(id));
    }

    /** Every rule, in the order of the table. */
    public Collection<Rule> all() {
        return rules.values();
    }

    /**
     * Cites a rule.
     *
     * @throws UnknownRule if there is none of that id
     * @throws IllegalArgumentException if a rule that is wholly our reading would be cited as stated
     */
    public Citation cite(String id, Reading reading) {
        Rule rule = rule(id);
        if (reading == Reading.STATED && rule.isOurReading()) {
            throw new IllegalArgumentException(id + " is our reading and cannot be cited as stated");
        }
        return new Citation(rule.id(), rule.council(), rule.paragraph(), reading);
    }

    static Rulebook read(Reader csv) throws IOException {
        Map<String, Rule> rules = new LinkedHashMap<>();
        for (CSVRecord row : FORMAT.parse(csv)) {
            Rule rule = rule(row);
            if (rules.put(rule.id(), rule) != null) {
                throw new IllegalArgumentException("Two rules have the id " + rule.id());
            }
        }
        return new Rulebook(rules);
    }

    private static Rule rule(CSVRecord row) {
        return new Rule(
                row.get("id"),
                row.get("council"),
                row.get("paragraph"),
                row.get("rule"),
                Mode.of(row.get("mode")),
                Set.of(row.get("kinds").split(" ")),
                Set.of(row.get("services").split("\\+")),
                row.get("wider_scope").equals("yes"),
                row.get("decides"),
                row.get("time_limit"));
    }

    private static final class Standard {

        static final Rulebook RULEBOOK = load();

        private static Rulebook load() {
            try (Reader reader = new InputStreamReader(
                    Objects.requireNonNull(Rulebook.class.getResourceAsStream("rules.csv"), "rules.csv"),
                    StandardCharsets.UTF_8)) {
                return read(reader);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
