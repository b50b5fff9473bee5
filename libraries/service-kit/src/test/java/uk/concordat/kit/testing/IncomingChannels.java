package uk.concordat.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/** The incoming channels as a file of properties configures them. */
public final class IncomingChannels {

    private static final String PREFIX = "mp.messaging.incoming.";
    private static final String CONNECTOR = ".connector";

    private final Properties properties = new Properties();

    private IncomingChannels() {}

    public static IncomingChannels in(Path file) {
        IncomingChannels channels = new IncomingChannels();
        try (InputStream content = Files.newInputStream(file)) {
            channels.properties.load(content);
            return channels;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    public Set<String> names() {
        Set<String> names = new TreeSet<>();
        for (String key : properties.stringPropertyNames()) {
            if (key.startsWith(PREFIX) && key.endsWith(CONNECTOR)) {
                names.add(key.substring(PREFIX.length(), key.length() - CONNECTOR.length()));
            }
        }
        return names;
    }

    /** The connector's own strategy stops the channel at the first broken record. */
    public void eachHasItsDeadLetterTopic(String topic) {
        assertThat(names()).allSatisfy(channel -> {
            assertThat(properties.getProperty(PREFIX + channel + ".failure-strategy"))
                    .isEqualTo("dead-letter-queue");
            assertThat(properties.getProperty(PREFIX + channel + ".dead-letter-queue.topic"))
                    .isEqualTo(topic);
        });
    }
}
