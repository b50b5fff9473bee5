package uk.concordat.protocols.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A directory of packs that is looked at again and again while the service runs. A file is read once it has been left alone
 * for a second, and only if it has changed; what is in the library already never changes by it.
 */
final class PackDirectory {

    /** How long a file must have been left alone, lest half of one be taken; and the directory, lest asking cost anything. */
    static final Duration REST = Duration.ofSeconds(1);

    private static final System.Logger LOG = System.getLogger(PackDirectory.class.getName());

    private final Path path;
    private final PackReader reader;
    private final InstantSource clock;
    private Instant lastLook = Instant.EPOCH;
    private Map<String, Found> files = Map.of();
    private List<Fault> faults = List.of();

    PackDirectory(Path path, PackReader reader, InstantSource clock) {
        this.path = path;
        this.reader = reader;
        this.clock = clock;
    }

    private record Stamp(FileTime changed, long size) {

        static Stamp of(Path file) throws IOException {
            return new Stamp(Files.getLastModifiedTime(file), Files.size(file));
        }

        boolean rests(Instant now) {
            return !isWithin(REST, changed.toInstant(), now);
        }
    }

    /** What a file held when it was last read. */
    private record Found(Optional<Stamp> stamp, Optional<Pack> pack, List<Fault> faults) {

        /** It could not be read yet. */
        static final Found BEING_WRITTEN = new Found(Optional.empty(), Optional.empty(), List.of());
    }

    /** The library's packs after a look; they are the known ones, if the last look was less than a second ago. */
    synchronized Map<PackId, Shelved> look(Map<PackId, Shelved> known) {
        return isWithin(REST, lastLook, clock.instant()) ? known : lookNow(known);
    }

    synchronized Map<PackId, Shelved> lookNow(Map<PackId, Shelved> known) {
        lastLook = clock.instant();
        List<Fault> found = new ArrayList<>();
        files = readAnew(found);
        Map<PackId, Shelved> packs = new LinkedHashMap<>(known);
        files.forEach((name, file) -> {
            found.addAll(file.faults());
            file.pack().flatMap(pack -> shelve(pack, name, packs)).ifPresent(found::add);
        });
        packs.values().forEach(each -> missing(each).ifPresent(found::add));
        tell(found, known, packs);
        faults = List.copyOf(found);
        return packs;
    }

    /** Whether a file is being written now, so that the next look may find more. */
    synchronized boolean isBeingWritten() {
        return !beingWritten().isEmpty();
    }

    /** What stands in the directory and is not taken in, as of the last look. */
    synchronized List<Fault> faults() {
        return Stream.concat(
                        faults.stream(),
                        beingWritten().stream()
                                .map(file -> new Fault(
                                        file,
                                        "",
                                        "to be left alone for a second; it is being written, and read after")))
                .toList();
    }

    private List<String> beingWritten() {
        return files.entrySet().stream()
                .filter(file -> file.getValue().stamp().isEmpty())
                .map(Map.Entry::getKey)
                .toList();
    }

    private Map<String, Found> readAnew(List<Fault> found) {
        Map<String, Found> now = new LinkedHashMap<>();
        try {
            for (Path file : PackFile.files(path)) {
                PackFile.misnamed(file).ifPresent(found::add);
                if (PackFile.isPack(file)) {
                    now.put(file.toString(), readAnew(file));
                }
            }
        } catch (InvalidPack unreadable) {
            found.addAll(unreadable.faults());
        }
        return now;
    }

    private Found readAnew(Path file) {
        try {
            Stamp stamp = Stamp.of(file);
            Found before = files.get(file.toString());
            if (before != null && before.stamp().equals(Optional.of(stamp))) {
                return before;
            }
            if (!stamp.rests(lastLook)) {
                return Found.BEING_WRITTEN;
            }
            Found read = read(file, stamp);
            return Stamp.of(file).equals(stamp) ? read : Found.BEING_WRITTEN;
        } catch (IOException taken) {
            LOG.log(System.Logger.Level.INFO, "A file of packs was taken away while it was read: {0}", taken);
            return Found.BEING_WRITTEN;
        }
    }

    private Found read(Path file, Stamp stamp) {
        try {
            PackFile read = PackFile.of(file);
            return new Found(Optional.of(stamp), Optional.of(reader.read(read.name(), read.yaml())), List.of());
        } catch (InvalidPack invalid) {
            return new Found(Optional.of(stamp), Optional.empty(), invalid.faults());
        }
    }

    /** A pack that is known stays as it is. */
    private Optional<Fault> shelve(Pack pack, String file, Map<PackId, Shelved> packs) {
        Shelved known = packs.putIfAbsent(pack.id(), new Shelved(pack, file));
        if (known == null || (known.home().equals(file) && known.pack().equals(pack))) {
            return Optional.empty();
        }
        if (!known.home().equals(file)
                && (!isHere(known.home()) || holders(pack.id()).contains(known.home()))) {
            return Optional.of(new Fault(
                    file, "/version", "a version not yet taken; " + pack.id() + " is already in " + known.home()));
        }
        if (!known.pack().equals(pack)) {
            return Optional.of(new Fault(
                    file,
                    "/version",
                    "a later version for what has changed; " + pack.id() + " is known, and stays as it was"));
        }
        packs.put(pack.id(), new Shelved(pack, file));
        return Optional.empty();
    }

    /** A pack of this directory that no file of it holds any more. */
    private Optional<Fault> missing(Shelved each) {
        if (!isHere(each.home())
                || !holders(each.pack().id()).isEmpty()
                || beingWritten().contains(each.home())) {
            return Optional.empty();
        }
        return Optional.of(new Fault(
                each.home(),
                "",
                "the pack " + each.pack().id()
                        + "; it goes on as it was until a service is started again, and then what it governs waits"));
    }

    private boolean isHere(String home) {
        return path.equals(Path.of(home).getParent());
    }

    /** The files that hold a pack of that id now. */
    private List<String> holders(PackId id) {
        return files.entrySet().stream()
                .filter(file -> file.getValue()
                        .pack()
                        .filter(pack -> pack.id().equals(id))
                        .isPresent())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** What was told at the last look is not told again. */
    private void tell(List<Fault> found, Map<PackId, Shelved> known, Map<PackId, Shelved> packs) {
        found.stream()
                .filter(fault -> !faults.contains(fault))
                .forEach(fault -> LOG.log(System.Logger.Level.ERROR, "Not taken in: {0}", fault));
        packs.forEach((id, each) -> {
            if (!known.containsKey(id)) {
                LOG.log(System.Logger.Level.INFO, "The pack {0} is here, from {1}", id, each.home());
            }
        });
    }

    private static boolean isWithin(Duration rest, Instant before, Instant now) {
        return Duration.between(before, now).abs().compareTo(rest) < 0;
    }
}
