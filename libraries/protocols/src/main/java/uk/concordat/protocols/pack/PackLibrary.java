package uk.concordat.protocols.pack;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import uk.concordat.protocols.rules.Rulebook;

/** The packs at hand, each under its id and version. Immutable. */
public final class PackLibrary {

    private static final Comparator<PackId> OLDEST_FIRST =
            Comparator.comparing(PackLibrary::date).thenComparing(PackLibrary::revision);

    private final Map<PackId, Pack> packs;

    private PackLibrary(Map<PackId, Pack> packs) {
        this.packs = Collections.unmodifiableMap(packs);
    }

    /** The packs that come with the library. */
    public static PackLibrary standard() {
        return of(PackFile.shipped());
    }

    /**
     * The packs that come with the library and those in the directory, one in each {@code *.yaml}.
     *
     * @throws InvalidPack with the faults of all files, if one is bad, if two packs have one id and version, or if the
     *     directory cannot be read
     */
    public static PackLibrary with(Path directory) {
        List<PackFile> files = new ArrayList<>(PackFile.shipped());
        files.addAll(PackFile.in(directory));
        return of(files);
    }

    /** @throws UnknownPack if it is not in the library */
    public Pack pack(PackId id) {
        return find(id).orElseThrow(() -> new UnknownPack(id));
    }

    public Optional<Pack> find(PackId id) {
        return Optional.ofNullable(packs.get(id));
    }

    public Set<PackId> ids() {
        return packs.keySet();
    }

    /** The pack of that name with the latest version: by date, then by the number after it. */
    public Optional<Pack> latest(String pack) {
        return packs.keySet().stream()
                .filter(id -> id.pack().equals(pack))
                .max(OLDEST_FIRST)
                .map(this::pack);
    }

    private static PackLibrary of(List<PackFile> files) {
        PackReader reader = new PackReader(Rulebook.standard());
        Map<PackId, Pack> packs = new LinkedHashMap<>();
        Map<PackId, String> homes = new LinkedHashMap<>();
        List<Fault> faults = new ArrayList<>();
        for (PackFile file : files) {
            try {
                Pack pack = reader.read(file.name(), file.yaml());
                String home = homes.putIfAbsent(pack.id(), file.name());
                if (home == null) {
                    packs.put(pack.id(), pack);
                } else {
                    faults.add(new Fault(
                            file.name(),
                            "/version",
                            "a version not yet taken; " + pack.id() + " is already in " + home));
                }
            } catch (InvalidPack invalid) {
                faults.addAll(invalid.faults());
            }
        }
        if (!faults.isEmpty()) {
            throw new InvalidPack(faults);
        }
        return new PackLibrary(packs);
    }

    private static String date(PackId id) {
        return id.version().split("\\.", 2)[0];
    }

    private static int revision(PackId id) {
        String[] parts = id.version().split("\\.", 2);
        return parts.length == 1 ? 0 : Integer.parseInt(parts[1]);
    }
}
