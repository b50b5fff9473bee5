package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** The files that say who makes up a council. One that was not sent says nothing, and what is known stays. */
public record CompositionFiles(
        Optional<List<GroupLine>> groups,
        Optional<List<PartLine>> groupMembers,
        Optional<List<WardLine>> wards,
        Optional<List<PartLine>> wardMembers,
        Optional<List<BodyLine>> bodies,
        Optional<List<PartLine>> bodyMembers,
        Optional<List<ElectionLine>> elections) {

    public static final CompositionFiles NONE = new CompositionFiles(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty());

    /**
     * Where something is said.
     *
     * @param knownBefore whether these files do not say it, and only what else they say shows that it no longer fits
     */
    public record Place(String file, long line, boolean knownBefore) {

        private static final String NO_LONGER = "what was loaded before no longer fits: ";

        public Place(String file, long line) {
            this(file, line, false);
        }

        static Place knownBefore(CouncilFiles files) {
            return new Place("council.csv", files.profile().line(), true);
        }

        /** A problem as it is, whoever is told of it. */
        static String problem(ImportFault fault) {
            return fault.problem().startsWith(NO_LONGER)
                    ? fault.problem().substring(NO_LONGER.length())
                    : fault.problem();
        }

        ImportFault fault(String column, String problem, String remedy) {
            return knownBefore
                    ? new ImportFault(
                            file,
                            line,
                            "",
                            NO_LONGER + problem,
                            "Send its file too, as it is now; what was never so is taken back by yes in its column withdrawn.")
                    : new ImportFault(file, line, column, problem, remedy);
        }
    }

    /** What people have a part in. */
    public sealed interface WholeLine {
        Place at();

        String key();

        LocalDate from();

        Optional<LocalDate> to();

        default Span life() {
            return new Span(from(), to());
        }
    }

    public record GroupLine(
            Place at,
            String key,
            String name,
            Optional<LocalDate> told,
            List<Span> administration,
            LocalDate from,
            Optional<LocalDate> to)
            implements WholeLine {}

    public record WardLine(Place at, String key, String name, LocalDate from, Optional<LocalDate> to)
            implements WholeLine {}

    public record BodyLine(Place at, String key, String name, String kind, LocalDate from, Optional<LocalDate> to)
            implements WholeLine {}

    /**
     * A person's part in a group, ward or body.
     *
     * @param of the key of that
     * @param withdrawn whether the line takes back what was loaded before, and was never so
     */
    public record PartLine(
            Place at,
            String of,
            String username,
            String part,
            LocalDate from,
            Optional<LocalDate> to,
            boolean withdrawn)
            implements TenureLine<PartLine> {

        public PartLine(Place at, String of, String username, String part, LocalDate from, Optional<LocalDate> to) {
            this(at, of, username, part, from, to, false);
        }

        Span span() {
            return new Span(from, to);
        }

        PartLine called(String otherwise) {
            return new PartLine(at, of, otherwise, part, from, to, withdrawn);
        }

        @Override
        public List<String> tenure() {
            return List.of(of, username, part);
        }

        @Override
        public PartLine until(LocalDate last) {
            return new PartLine(at, of, username, part, from, Optional.of(last), withdrawn);
        }
    }

    /** @param withdrawn as of {@link PartLine} */
    public record ElectionLine(
            Place at,
            String key,
            String name,
            LocalDate day,
            LocalDate preElectionFrom,
            LocalDate preElectionTo,
            boolean withdrawn) {}
}
