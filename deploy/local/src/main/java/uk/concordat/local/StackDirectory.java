package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Map;

/** Where a stack keeps its data, packs, logs, keys, ports and passwords between runs. */
final class StackDirectory {

    private final Path root;
    private final StackFile file;

    StackDirectory(Path root) {
        this.root = root.toAbsolutePath().normalize();
        this.file = new StackFile(this.root.resolve("stack.properties"));
        try {
            Files.createDirectories(logs());
            Files.createDirectories(pids());
            Files.createDirectories(packs());
        } catch (IOException failure) {
            throw new StackFailure("The directory " + root + " cannot be used", failure);
        }
    }

    Path root() {
        return root;
    }

    StackFile file() {
        return file;
    }

    Path lock() {
        return root.resolve("lock");
    }

    Path postgresData() {
        return root.resolve("postgres");
    }

    Path kafkaData() {
        return root.resolve("kafka");
    }

    Path mailData() {
        return root.resolve("mail");
    }

    /** Where packs are put beside those of the library. */
    Path packs() {
        return root.resolve("packs");
    }

    Path log(String component) {
        return logs().resolve(component + ".log");
    }

    Path pid(String component) {
        return pids().resolve(component);
    }

    Path privateKey() {
        return root.resolve("keys").resolve("private.pem");
    }

    Path publicKey() {
        return root.resolve("keys").resolve("public.pem");
    }

    /** The password of a database role of this stack, made up at its first use. */
    synchronized String password(String role) {
        String key = "password." + role;
        return file.get(key).orElseGet(() -> {
            String made = random();
            file.put(Map.of(key, made));
            return made;
        });
    }

    private Path logs() {
        return root.resolve("logs");
    }

    private Path pids() {
        return root.resolve("pids");
    }

    private static String random() {
        byte[] bytes = new byte[18];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
