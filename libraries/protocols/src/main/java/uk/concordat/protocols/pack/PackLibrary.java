package uk.concordat.protocols.pack;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import uk.concordat.protocols.rules.Rulebook;

/**
 * The packs at hand, each under its id and version. One that is here stays as it is, for cases pin it; one that is put into the
 * directory joins them when somebody asks for what is not here.
 */
public final class PackLibrary {

    private static final Comparator<PackId> OLDEST_FIRST =
            Comparator.comparing(PackLibrary::date).thenComparing(PackLibrary::revision);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final int MOST_LOOKS = 8;

    private final Optional<PackDirectory> directory;
    private volatile Map<PackId, Shelved> packs;

    private PackLibrary(Map<PackId, Shelved> packs, Optional<PackDirectory> directory) {
        this.packs = packs;
        this.directory = directory;
    }

    /** The packs that come with the library. */
    public static PackLibrary standard() {
        return new PackLibrary(read(PackFile.shipped()), Optional.empty());
    }

    /**
     * The packs that come with the library and those in the directory, one in each {@code *.yaml}, now and later.
     *
     * @throws InvalidPack with the faults of all files, if one is bad, if two packs have one id and version, or if the
     *     directory cannot be read; a file that comes later and is bad is left out, and told of in the log
     */
    public static PackLibrary with(Path directory) {
        return with(directory, InstantSource.system());
    }

    static PackLibrary with(Path directory, InstantSource clock) {
        Path absolute = directory.toAbsolutePath();
        List<PackFile> files = new ArrayList<>(PackFile.shipped());
        files.addAll(PackFile.in(absolute));
        return new PackLibrary(
                read(files), Optional.of(new PackDirectory(absolute, new PackReader(Rulebook.standard()), clock)));
    }

    /** @throws UnknownPack if it is not in the library */
    public Pack pack(PackId id) {
        return find(id).orElseThrow(() -> new UnknownPack(id));
    }

    /** The pack, also if it has come into the directory since; looked for there once a second at most. */
    public Optional<Pack> find(PackId id) {
        Optional<Pack> known = known(id);
        if (known.isEmpty()) {
            look();
            return known(id);
        }
        return known;
    }

    /**
     * As {@link #find}, for whoever has just put it there: looked for now, and a file that is being written is waited for, two
     * seconds at most.
     */
    public Optional<Pack> seek(PackId id) {
        for (int looks = 0; known(id).isEmpty() && looks < MOST_LOOKS; looks++) {
            if (looks > 0) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
            }
            lookNow();
            if (!directory.map(PackDirectory::isBeingWritten).orElse(false)) {
                break;
            }
        }
        return known(id);
    }

    /** All that are here now. */
    public Set<PackId> ids() {
        look();
        return packs.keySet();
    }

    /** The pack of that name with the latest version: by date, then by the number after it. */
    public Optional<Pack> latest(String pack) {
        return ids().stream()
                .filter(id -> id.pack().equals(pack))
                .max(OLDEST_FIRST)
                .map(this::pack);
    }

    /** What stands in the directory and is not taken in, as of the last look there. */
    public List<Fault> leftOut() {
        return directory.map(PackDirectory::faults).orElse(List.of());
    }

    private Optional<Pack> known(PackId id) {
        return Optional.ofNullable(packs.get(id)).map(Shelved::pack);
    }

    private synchronized void look() {
        directory.ifPresent(it -> packs = Collections.unmodifiableMap(it.look(packs)));
    }

    private synchronized void lookNow() {
        directory.ifPresent(it -> packs = Collections.unmodifiableMap(it.lookNow(packs)));
    }

    private static Map<PackId, Shelved> read(List<PackFile> files) {
        PackReader reader = new PackReader(Rulebook.standard());
        Map<PackId, Shelved> packs = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (PackFile file : files) {
            try {
                Pack pack = reader.read(file.name(), file.yaml());
                Shelved earlier = packs.putIfAbsent(pack.id(), new Shelved(pack, file.name()));
                if (earlier != null) {
                    faults.add(new Fault(
                            file.name(),
                            "/version",
                            "a version not yet taken; " + pack.id() + " is already in " + earlier.home()));
                }
            } catch (InvalidPack invalid) {
                faults.addAll(invalid.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidPack(faults);
        }
        return Collections.unmodifiableMap(packs);
    }

    private static String date(PackId id) {
        return id.version().split("\\.", 2)[0];
    }

    private static int revision(PackId id) {
        String[] parts = id.version().split("\\.", 2);
        return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
    }
}
