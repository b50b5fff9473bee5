package uk.concordat.local;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What services stand on: PostgreSQL with their databases, Kafka, and the key that signs tokens. Tests of services start it too. */
public final class Backends implements AutoCloseable {

    private final StackDirectory directory;
    private final PostgresServer postgres;
    private final KafkaBroker kafka;
    private final Keys keys;

    public Backends(Path directory, Ports ports) {
        this(new StackDirectory(directory), ports);
    }

    Backends(StackDirectory directory, Ports ports) {
        this.directory = directory;
        this.postgres = new PostgresServer(directory, ports.postgres());
        this.kafka = new KafkaBroker(directory, ports.kafka(), ports.kafkaController());
        this.keys = new Keys(directory);
    }

    /** Starts both, each on the data it had, and returns when both can be used. */
    public Backends start() {
        Together.run(List.of(
                () -> {
                    postgres.start();
                    new Provisioning(postgres, directory).run();
                },
                kafka::start));
        return this;
    }

    public PostgresServer postgres() {
        return postgres;
    }

    public KafkaBroker kafka() {
        return kafka;
    }

    public Tokens tokens() {
        return new Tokens(keys);
    }

    /** A service's configuration as properties: where its database, Kafka and packs are, and whom it trusts. */
    public Map<String, String> configuration(String service) {
        String database = service.replaceFirst("-service$", "");
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("concordat.database.name", database);
        settings.put("concordat.database.url", postgres.jdbcUrl(database));
        for (String role : List.of("app", "relay", "migrator")) {
            settings.put("concordat.database." + role + ".password", directory.password(database + "_" + role));
        }
        settings.put("kafka.bootstrap.servers", kafka.bootstrapServers());
        // Who is killed and started again here is to have its partitions back soon.
        settings.put(
                "mp.messaging.connector.smallrye-kafka.session.timeout.ms",
                Long.toString(KafkaBroker.SHORTEST_SESSION.toMillis()));
        settings.put("concordat.identity.issuers.local.issuer", Tokens.ISSUER);
        settings.put("concordat.identity.issuers.local.key", keys.publicKey());
        settings.put("concordat.identity.issuers.local.councils", "*");
        settings.put("concordat.identity.issuers.local.operators", "true");
        settings.put("concordat.packs.directory", directory.packs().toString());
        return settings;
    }

    @Override
    public void close() {
        kafka.close();
        postgres.close();
    }
}
