package uk.concordat.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.PrimitiveIterator;
import java.util.Random;

/** Where the parts of a stack listen, on loopback only. */
public record Ports(
        int postgres,
        int kafka,
        int kafkaController,
        int mail,
        int mailImap,
        int council,
        int enquiry,
        int notification) {

    /** The ports of {@code ./concordat up}. */
    public static Ports standard() {
        return new Ports(15432, 19092, 19093, 10025, 10143, 8085, 8081, 8084);
    }

    /** Ports that nobody listens on now, outside the range from which outgoing connections are given theirs. */
    public static Ports free() {
        PrimitiveIterator.OfInt free = new Random()
                .ints(20_000, 32_000)
                .distinct()
                .filter(Ports::isFree)
                .iterator();
        return new Ports(
                free.nextInt(),
                free.nextInt(),
                free.nextInt(),
                free.nextInt(),
                free.nextInt(),
                free.nextInt(),
                free.nextInt(),
                free.nextInt());
    }

    /**
     * These ports, but where the environment names others.
     *
     * @throws StackFailure if it names something that is no port
     */
    Ports orFrom(Map<String, String> environment) {
        return from(byName(), name -> environment.getOrDefault(setting(name), ""));
    }

    /** The ports that a stack in this directory last ran on; the standard ones if it never ran. */
    static Ports of(StackFile file) {
        return from(standard().byName(), name -> file.get("port." + name).orElse(""));
    }

    void rememberIn(StackFile file) {
        Map<String, String> entries = new LinkedHashMap<>();
        byName().forEach((name, port) -> entries.put("port." + name, port.toString()));
        file.put(entries);
    }

    /** @throws StackFailure naming the first port that something else listens on, and how to choose another */
    void requireFree() {
        byName().forEach((name, port) -> {
            if (!isFree(port)) {
                throw new StackFailure(
                        "Port %d, for %s, is taken by another program. End it, or choose another port: %s=%d ./concordat up"
                                .formatted(port, name, setting(name), port + 10_000));
            }
        });
    }

    int of(String component) {
        Integer port = byName().get(component);
        if (port == null) {
            throw new StackFailure("There is no " + component + " in the local stack; it has " + byName().keySet());
        }
        return port;
    }

    private Map<String, Integer> byName() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("postgres", postgres);
        ports.put("kafka", kafka);
        ports.put("kafka-controller", kafkaController);
        ports.put("mail", mail);
        ports.put("mail-imap", mailImap);
        ports.put("council-service", council);
        ports.put("enquiry-service", enquiry);
        ports.put("notification-service", notification);
        return ports;
    }

    private static Ports from(Map<String, Integer> otherwise, java.util.function.UnaryOperator<String> configured) {
        Map<String, Integer> ports = new LinkedHashMap<>();
        otherwise.forEach((name, port) -> {
            String text = configured.apply(name);
            ports.put(name, text.isBlank() ? port : parse(name, text.strip()));
        });
        PrimitiveIterator.OfInt each =
                ports.values().stream().mapToInt(Integer::intValue).iterator();
        return new Ports(
                each.nextInt(),
                each.nextInt(),
                each.nextInt(),
                each.nextInt(),
                each.nextInt(),
                each.nextInt(),
                each.nextInt(),
                each.nextInt());
    }

    private static int parse(String name, String text) {
        if (!text.matches("[1-9][0-9]{0,4}") || Integer.parseInt(text) > 65_535) {
            throw new StackFailure("%s is '%s'; a port is a number from 1 to 65535".formatted(setting(name), text));
        }
        return Integer.parseInt(text);
    }

    private static String setting(String name) {
        return "CONCORDAT_PORT_"
                + name.replaceFirst("-service$", "").replace('-', '_').toUpperCase(java.util.Locale.ROOT);
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return socket.isBound();
        } catch (IOException taken) {
            return false;
        }
    }
}
