package uk.concordat.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;

/** What a stack remembers between runs: its ports and the passwords of its database roles. For the owner's eyes only. */
final class StackFile {

    private final Path file;

    StackFile(Path file) {
        this.file = file;
    }

    synchronized Optional<String> get(String key) {
        return Optional.ofNullable(read().getProperty(key));
    }

    /** Adds or replaces entries; a crash leaves the old file or the new one. */
    synchronized void put(Map<String, String> entries) {
        Properties all = read();
        all.putAll(entries);
        Path written = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.deleteIfExists(written);
            Files.createFile(
                    written, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer writer = Files.newBufferedWriter(written)) {
                all.store(writer, "This local stack's ports, and the passwords of its database roles");
            }
            Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new StackFailure("The file " + file + " cannot be written", failure);
        }
    }

    private Properties read() {
        Properties all = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                all.load(reader);
            } catch (IOException failure) {
                throw new StackFailure("The file " + file + " cannot be read", failure);
            }
        }
        return all;
    }
}
