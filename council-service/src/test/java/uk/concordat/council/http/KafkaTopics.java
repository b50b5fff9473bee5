package uk.concordat.council.http;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.config.ConfigResource;
import uk.concordat.kit.testing.ServiceUnderTest;

/** The topics that the broker has, and how they are kept. */
final class KafkaTopics {

    private KafkaTopics() {}

    static List<String> named(String prefix) {
        return asked(admin -> admin.listTopics().names().get().stream()
                .filter(name -> name.startsWith(prefix))
                .sorted()
                .toList());
    }

    static String setting(String topic, String name) {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        return asked(admin -> admin.describeConfigs(List.of(resource))
                .values()
                .values()
                .iterator()
                .next()
                .get()
                .get(name)
                .value());
    }

    private interface Question<T> {
        T ask(Admin admin) throws ExecutionException, InterruptedException;
    }

    private static <T> T asked(Question<T> question) {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", ServiceUnderTest.bootstrapServers()))) {
            return question.ask(admin);
        } catch (ExecutionException failed) {
            throw new IllegalStateException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
