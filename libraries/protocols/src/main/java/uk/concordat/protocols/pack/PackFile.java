package uk.concordat.protocols.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** A file that holds a pack, wherever it lies, under the name that faults call it by. */
record PackFile(String name, byte[] yaml) {

    private static final long LARGEST = 1 << 20;

    /** Those that {@code packs/index.txt} lists, since the inside of a jar cannot be. */
    static List<PackFile> shipped() {
        return new String(resource("packs/index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(name -> "packs/" + name)
                .map(name -> new PackFile(name, resource(name)))
                .toList();
    }

    /** Every {@code *.yaml} of a directory, by name. */
    static List<PackFile> in(Path directory) {
        List<Path> files = files(directory);
        List<Fault> faults =
                files.stream().flatMap(file -> misnamed(file).stream()).toList();
        if (!faults.isEmpty()) {
            throw new InvalidPack(faults);
        }
        return files.stream().filter(PackFile::isPack).map(PackFile::of).toList();
    }

    /** All files of a directory, by name. */
    static List<Path> files(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            throw new InvalidPack(
                    List.of(new Fault(directory.toString(), "", "a directory of packs that can be read; " + e)));
        }
    }

    static boolean isPack(Path file) {
        return file.toString().endsWith(".yaml");
    }

    /** Another ending is a fault, lest a pack be left out in silence. */
    static Optional<Fault> misnamed(Path file) {
        return file.toString().endsWith(".yml")
                ? Optional.of(new Fault(file.toString(), "", "a name that ends in .yaml"))
                : Optional.empty();
    }

    static PackFile of(Path file) {
        try {
            if (Files.size(file) > LARGEST) {
                throw new InvalidPack(List.of(new Fault(file.toString(), "", "a pack of up to 1 MiB")));
            }
            return new PackFile(file.toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new InvalidPack(List.of(new Fault(file.toString(), "", "a file that can be read; " + e)));
        }
    }

    private static byte[] resource(String name) {
        try (InputStream stream = Objects.requireNonNull(PackFile.class.getResourceAsStream(name), name)) {
            return stream.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
