package uk.concordat.protocols.pack;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A file that holds a pack, wherever it lies, under the name that faults call it by. */
record PackFile(String name, byte[] yaml) {

    /** Those that {@code packs/index.txt} lists, since the inside of a jar cannot be. */
    static List<PackFile> shipped() {
        return new String(resource("packs/index.txt"), StandardCharsets.UTF_8)
                .lines()
                .map(name -> "packs/" + name)
                .map(name -> new PackFile(name, resource(name)))
                .toList();
    }

    /** Every {@code *.yaml} of a directory, by name. Another ending is a fault, lest a pack be left out in silence. */
    static List<PackFile> in(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            List<Path> files = entries.filter(Files::isRegularFile).sorted().toList();
            refuseOtherYaml(files);
            return files.stream()
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .map(file -> new PackFile(file.toString(), contents(file)))
                    .toList();
        } catch (IOException e) {
            throw new InvalidPack(
                    List.of(new Fault(directory.toString(), "", "a directory of packs that can be read; " + e)));
        }
    }

    private static void refuseOtherYaml(List<Path> files) {
        List<Fault> faults = files.stream()
                .filter(file -> file.toString().endsWith(".yml"))
                .map(file -> new Fault(file.toString(), "", "a name that ends in .yaml"))
                .toList();
        if (!faults.isEmpty()) {
            throw new InvalidPack(faults);
        }
    }

    private static byte[] contents(Path file) {
        try {
            return Files.readAllBytes(file);
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
