package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What becomes of files that come into the directory, change there and go, while a library is in use. */
class ComingAndGoingTest {

    private static final PackId GUILDHALL = new PackId("guildhall", "2026-01-01");
    private static final PackId LATER = new PackId("guildhall", "2026-01-01.1");

    /** What it tells the log is asked of it here; held, since a log manager forgets loggers nobody holds. */
    private static final Logger LOG = Logger.getLogger(PackDirectory.class.getName());

    @TempDir
    Path directory;

    private Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private PackLibrary library = PackLibrary.standard();

    @BeforeAll
    static void in_silence() {
        LOG.setLevel(Level.OFF);
    }

    @BeforeEach
    void a_library_with_an_empty_directory() {
        library = PackLibrary.with(directory, () -> now);
    }

    @Test
    void a_pack_that_is_put_there_is_found_when_it_is_asked_for() throws IOException {
        left("guildhall.yaml", PackText.GOOD);

        assertThat(library.find(GUILDHALL).map(Pack::id)).contains(GUILDHALL);
        assertThat(library.ids()).contains(GUILDHALL);
        assertThat(library.leftOut()).isEmpty();
    }

    @Test
    void a_new_edition_joins_the_one_that_cases_have_pinned() throws IOException {
        left("guildhall.yaml", PackText.GOOD);
        Pack first = library.pack(GUILDHALL);
        aSecondPasses();
        left("guildhall-1.yaml", edition(LATER).replace("workingDays: 3", "workingDays: 4"));

        assertThat(library.latest("guildhall").map(Pack::id)).contains(LATER);
        assertThat(library.pack(GUILDHALL)).isEqualTo(first);
    }

    @Test
    void what_is_not_there_is_looked_for_once_a_second_at_most() throws IOException {
        assertThat(library.find(GUILDHALL)).isEmpty();
        left("guildhall.yaml", PackText.GOOD);

        assertThat(library.find(GUILDHALL)).isEmpty();
        aSecondPasses();
        assertThat(library.find(GUILDHALL)).isPresent();
    }

    /** What has been written of it so far would pass for a pack without groups. */
    @Test
    void half_a_file_is_never_taken_though_it_reads_well() throws IOException {
        String whole = PackText.GOOD + "groups: { minimum: 3, rule: COL-01, reading: ours }\n";
        written("guildhall.yaml", PackText.GOOD);
        assertThat(library.find(GUILDHALL)).isEmpty();
        assertThat(library.leftOut()).singleElement().asString().contains("guildhall.yaml", "being written");

        written("guildhall.yaml", whole);
        aSecondPasses();
        assertThat(library.pack(GUILDHALL).groups()).isPresent();
        assertThat(library.leftOut()).isEmpty();
    }

    @Test
    void a_bad_file_is_left_out_and_named_and_taken_once_it_is_mended() throws IOException {
        left("bad.yaml", PackText.with("workingDays: 3", "workingDays: two"));
        left("other.yml", PackText.GOOD);
        left("good.yaml", edition(LATER));

        assertThat(library.find(GUILDHALL)).isEmpty();
        assertThat(library.find(LATER)).isPresent();
        assertThat(library.leftOut())
                .extracting(Fault::toString)
                .satisfiesExactlyInAnyOrder(
                        fault -> assertThat(fault).contains("bad.yaml /enquiries/clocks/0/workingDays: expected"),
                        fault -> assertThat(fault).endsWith("other.yml: expected a name that ends in .yaml"));

        aSecondPasses();
        left("bad.yaml", PackText.GOOD);
        aSecondPasses();
        assertThat(library.find(GUILDHALL)).isPresent();
    }

    @Test
    void a_pack_that_is_known_stays_as_it_was_when_its_file_is_changed_and_the_change_is_refused() throws IOException {
        left("guildhall.yaml", PackText.GOOD);
        Pack pinned = library.pack(GUILDHALL);
        aSecondPasses();
        left("guildhall.yaml", PackText.with("workingDays: 3", "workingDays: 30"));

        assertThat(library.find(LATER)).isEmpty();
        assertThat(library.pack(GUILDHALL)).isEqualTo(pinned);
        assertThat(library.leftOut())
                .containsExactly(new Fault(
                        directory.resolve("guildhall.yaml").toString(),
                        "/version",
                        "a later version for what has changed; guildhall 2026-01-01 is known, and stays as it was"));
    }

    @Test
    void another_comment_changes_nothing() throws IOException {
        left("guildhall.yaml", PackText.GOOD);
        library.pack(GUILDHALL);
        aSecondPasses();
        left("guildhall.yaml", "# Read once more.\n" + PackText.GOOD);

        assertThat(library.find(LATER)).isEmpty();
        assertThat(library.leftOut()).isEmpty();
    }

    @Test
    void a_second_file_of_one_version_is_refused_and_a_file_under_another_name_is_not() throws IOException {
        Path first = left("a.yaml", PackText.GOOD);
        library.pack(GUILDHALL);
        aSecondPasses();
        left("b.yaml", PackText.GOOD);
        library.find(LATER);
        assertThat(library.leftOut())
                .extracting(Fault::expected)
                .containsExactly("a version not yet taken; guildhall 2026-01-01 is already in " + first);

        aSecondPasses();
        Files.delete(first);
        library.find(LATER);
        assertThat(library.leftOut()).isEmpty();
    }

    @Test
    void what_is_shipped_cannot_be_replaced() throws IOException {
        left("city.yaml", PackText.GOOD.replace("guildhall", "city-of-london").replace("2026-01-01", "2006-04-13"));
        Pack shipped = PackLibrary.standard().pack(new PackId("city-of-london", "2006-04-13"));

        assertThat(library.find(GUILDHALL)).isEmpty();
        assertThat(library.pack(shipped.id())).isEqualTo(shipped);
        assertThat(library.leftOut()).extracting(Fault::field).containsExactly("/version");
    }

    @Test
    void a_pack_whose_file_is_taken_away_goes_on_and_that_is_told() throws IOException {
        Path file = left("guildhall.yaml", PackText.GOOD);
        Pack pack = library.pack(GUILDHALL);
        aSecondPasses();
        Files.delete(file);

        assertThat(library.find(LATER)).isEmpty();
        assertThat(library.find(GUILDHALL)).contains(pack);
        assertThat(library.leftOut()).singleElement().asString().contains("expected the pack guildhall 2026-01-01; it");
    }

    @Test
    void a_directory_that_is_taken_away_leaves_what_is_known() throws IOException {
        Path file = left("guildhall.yaml", PackText.GOOD);
        library.pack(GUILDHALL);
        aSecondPasses();
        Files.delete(file);
        Files.delete(directory);

        assertThat(library.find(LATER)).isEmpty();
        assertThat(library.find(GUILDHALL)).isPresent();
        assertThat(library.leftOut()).extracting(Fault::expected).anyMatch(it -> it.startsWith("a directory of packs"));
        Files.createDirectory(directory);
    }

    @Test
    void whoever_has_just_put_a_file_there_is_answered_when_it_has_been_read() throws IOException {
        PackLibrary atWork = PackLibrary.with(directory);
        assertThat(atWork.find(GUILDHALL)).isEmpty();
        PackText.write(directory, "guildhall.yaml", PackText.GOOD);

        assertThat(atWork.seek(GUILDHALL)).isPresent();
        assertThat(atWork.seek(LATER)).isEmpty();
    }

    private static String edition(PackId id) {
        return PackText.with("version: 2026-01-01", "version: " + id.version());
    }

    /** A file that nobody has touched for a while. */
    private Path left(String name, String text) throws IOException {
        return changed(name, text, now.minusSeconds(60).plusMillis(text.length()));
    }

    /** A file that is being written. */
    private void written(String name, String text) throws IOException {
        changed(name, text, now);
    }

    private Path changed(String name, String text, Instant at) throws IOException {
        return Files.setLastModifiedTime(PackText.write(directory, name, text), FileTime.from(at));
    }

    private void aSecondPasses() {
        now = now.plusSeconds(1);
    }
}
