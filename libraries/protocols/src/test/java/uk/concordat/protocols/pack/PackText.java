package uk.concordat.protocols.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A good pack as text, for tests to copy and to spoil. */
final class PackText {

    static final String GOOD = """
            pack: guildhall
            version: 2026-01-01
            title: A protocol
            council: city-of-london
            approved: 2025-12-04
            enquiries:
              channels: [email, letter]
              channelsRule: { rule: COL-27, reading: stated }
              clocks:
                - kind: acknowledgement
                  policy: working-days-from-receipt
                  workingDays: 3
                  rule: COL-28
                  reading: ours
                - kind: full-response
                  policy: working-days-from-receipt
                  workingDays: 15
                  rule: COL-29
                  reading: stated
              unstated:
                - kind: promised-response
                  rule: COL-31
                  reading: ours
            """;

    private PackText() {}

    /** The good pack with one passage changed; fails if the passage is not there, so that no test spoils nothing. */
    static String with(String passage, String instead) {
        if (!GOOD.contains(passage)) {
            throw new IllegalArgumentException("The good pack does not say: " + passage);
        }
        return GOOD.replaceFirst(Pattern.quote(passage), Matcher.quoteReplacement(instead));
    }

    static Path write(Path directory, String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
