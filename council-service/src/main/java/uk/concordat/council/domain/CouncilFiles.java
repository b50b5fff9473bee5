package uk.concordat.council.domain;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.pack.PackId;

/**
 * A council's files, each line well formed for itself. Whether they fit together is for {@link Council} to say.
 *
 * @param deputies empty where nothing is said of deputies, and what is known of them stays
 * @param allocations likewise
 */
public record CouncilFiles(
        ProfileLine profile,
        List<PersonLine> people,
        List<PostLine> posts,
        List<HolderLine> holders,
        Optional<List<DeputyLine>> deputies,
        Optional<List<AllocationLine>> allocations,
        CompositionFiles composition) {

    /** The files that every council has, and no others. */
    public CouncilFiles(ProfileLine profile, List<PersonLine> people, List<PostLine> posts, List<HolderLine> holders) {
        this(profile, people, posts, holders, Optional.empty(), Optional.empty());
    }

    /** Files that say nothing of who makes up the council. */
    public CouncilFiles(
            ProfileLine profile,
            List<PersonLine> people,
            List<PostLine> posts,
            List<HolderLine> holders,
            Optional<List<DeputyLine>> deputies,
            Optional<List<AllocationLine>> allocations) {
        this(profile, people, posts, holders, deputies, allocations, CompositionFiles.NONE);
    }

    /** A line that holds from a day, up to and including another if that is known. */
    interface Dated {

        LocalDate from();

        Optional<LocalDate> to();

        /** Whether there is a day on which both hold. */
        default boolean meets(Dated other) {
            return to().filter(end -> end.isBefore(other.from())).isEmpty()
                    && other.to().filter(end -> end.isBefore(from())).isEmpty();
        }
    }

    public record ProfileLine(
            long line,
            String key,
            String name,
            String reference,
            ZoneId zone,
            Optional<PackId> pack,
            LocalDate from,
            LocalSettings settings) {}

    public record PersonLine(
            long line,
            String username,
            String name,
            String kind,
            Optional<String> group,
            Optional<String> email,
            LocalDate from,
            Optional<LocalDate> to,
            Optional<String> employment,
            List<String> appointedTo)
            implements Dated {

        public PersonLine(
                long line,
                String username,
                String name,
                String kind,
                Optional<String> group,
                Optional<String> email,
                LocalDate from,
                Optional<LocalDate> to) {
            this(line, username, name, kind, group, email, from, to, Optional.empty(), List.of());
        }

        PersonLine called(String otherwise) {
            return new PersonLine(line, otherwise, name, kind, group, email, from, to, employment, appointedTo);
        }

        Career career() {
            return new Career(new Span(from, to), kind, employment, appointedTo, Career.Past.NONE);
        }
    }

    public record PostLine(
            long line,
            String post,
            String title,
            List<String> roles,
            Optional<String> reportsTo,
            LocalDate from,
            Optional<LocalDate> to,
            Post.Terms terms) {

        public PostLine(
                long line,
                String post,
                String title,
                List<String> roles,
                Optional<String> reportsTo,
                LocalDate from,
                Optional<LocalDate> to) {
            this(line, post, title, roles, reportsTo, from, to, Post.Terms.NONE);
        }
    }

    /** @param withdrawn whether the line takes back what was loaded before, and was never so */
    public record HolderLine(
            long line, String post, String username, LocalDate from, Optional<LocalDate> to, boolean withdrawn)
            implements TenureLine<HolderLine> {

        public HolderLine(long line, String post, String username, LocalDate from, Optional<LocalDate> to) {
            this(line, post, username, from, to, false);
        }

        HolderLine called(String otherwise) {
            return new HolderLine(line, post, otherwise, from, to, withdrawn);
        }

        @Override
        public List<String> tenure() {
            return List.of(post, username);
        }

        @Override
        public HolderLine until(LocalDate last) {
            return new HolderLine(line, post, username, from, Optional.of(last), withdrawn);
        }
    }

    /** @param withdrawn as of {@link HolderLine} */
    public record DeputyLine(
            long line, String post, String username, LocalDate from, Optional<LocalDate> to, boolean withdrawn)
            implements TenureLine<DeputyLine> {

        public DeputyLine(long line, String post, String username, LocalDate from, Optional<LocalDate> to) {
            this(line, post, username, from, to, false);
        }

        DeputyLine called(String otherwise) {
            return new DeputyLine(line, post, otherwise, from, to, withdrawn);
        }

        @Override
        public List<String> tenure() {
            return List.of(post, username);
        }

        @Override
        public DeputyLine until(LocalDate last) {
            return new DeputyLine(line, post, username, from, Optional.of(last), withdrawn);
        }
    }

    /**
     * Of {@code member} and {@code group} one is there.
     *
     * @param withdrawn as of {@link HolderLine}
     */
    public record AllocationLine(
            long line,
            String username,
            Optional<String> member,
            Optional<String> group,
            LocalDate from,
            Optional<LocalDate> to,
            boolean withdrawn)
            implements TenureLine<AllocationLine> {

        public AllocationLine(
                long line,
                String username,
                Optional<String> member,
                Optional<String> group,
                LocalDate from,
                Optional<LocalDate> to) {
            this(line, username, member, group, from, to, false);
        }

        AllocationLine called(String otherwise, Optional<String> memberOtherwise) {
            return new AllocationLine(line, otherwise, memberOtherwise, group, from, to, withdrawn);
        }

        @Override
        public List<String> tenure() {
            return List.of(
                    username,
                    member.isPresent() ? "member" : "group",
                    member.or(() -> group).orElse(""));
        }

        @Override
        public AllocationLine until(LocalDate last) {
            return new AllocationLine(line, username, member, group, from, Optional.of(last), withdrawn);
        }
    }
}
