package uk.concordat.protocols.pack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackLibraryTest {

    private static final PackId CITY = new PackId("city-of-london", "2006-04-13");
    private static final PackId GUILDHALL = new PackId("guildhall", "2026-01-01");

    @TempDir
    Path directory;

    @Test
    void the_packs_that_are_shipped_are_those_in_the_index() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/uk/concordat/protocols/pack/packs"));
                InputStream index = Objects.requireNonNull(PackLibrary.class.getResourceAsStream("packs/index.txt"))) {
            List<String> packs = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .toList();
            assertThat(packs).isNotEmpty();
            assertThat(new String(index.readAllBytes()).lines()).containsExactlyInAnyOrderElementsOf(packs);
            assertThat(PackLibrary.standard().ids()).hasSameSizeAs(packs);
        }
    }

    @Test
    void every_shipped_pack_is_found_by_its_id() {
        PackLibrary library = PackLibrary.standard();

        assertThat(library.ids()).contains(CITY).allSatisfy(id -> {
            assertThat(library.pack(id).id()).isEqualTo(id);
            assertThat(library.find(id)).contains(library.pack(id));
        });
    }

    @Test
    void an_unknown_pack_is_named() {
        PackId unknown = new PackId("city-of-london", "1066-10-14");

        assertThat(PackLibrary.standard().find(unknown)).isEmpty();
        assertThatExceptionOfType(UnknownPack.class)
                .isThrownBy(() -> PackLibrary.standard().pack(unknown))
                .withMessageContaining("city-of-london 1066-10-14")
                .satisfies(refusal -> assertThat(refusal.id()).isEqualTo(unknown));
    }

    @Test
    void a_directory_adds_its_packs_to_those_that_are_shipped() throws IOException {
        PackText.write(directory, "guildhall.yaml", PackText.GOOD);
        PackText.write(directory, "notes.txt", "not a pack");
        Files.createDirectory(directory.resolve("folder.yaml"));

        PackLibrary library = PackLibrary.with(directory);

        assertThat(library.ids())
                .hasSize(PackLibrary.standard().ids().size() + 1)
                .containsAll(PackLibrary.standard().ids())
                .contains(GUILDHALL);
        assertThat(library.pack(GUILDHALL).enquiries().clocks())
                .extracting(ClockTerms::workingDays)
                .containsExactly(3, 15);
        assertThat(library.pack(GUILDHALL).enquiries().answerSettlesAcknowledgement())
                .isEmpty();
    }

    @Test
    void a_date_of_approval_that_the_document_does_not_give_is_not_stated() throws IOException {
        PackText.write(directory, "guildhall.yaml", PackText.with("approved: 2025-12-04", "approved: not stated"));

        assertThat(PackLibrary.with(directory).pack(GUILDHALL).approved()).isEqualTo("not stated");
    }

    @Test
    void an_empty_directory_adds_nothing() {
        assertThat(PackLibrary.with(directory).ids())
                .isEqualTo(PackLibrary.standard().ids());
    }

    @Test
    void the_latest_version_is_by_date_and_then_by_number() throws IOException {
        for (String version : List.of("2026-01-01", "2026-01-01.2", "2026-01-01.10", "2025-12-31.99")) {
            PackText.write(
                    directory, version + ".yaml", PackText.with("version: 2026-01-01", "version: '" + version + "'"));
        }

        PackLibrary library = PackLibrary.with(directory);

        assertThat(library.latest("guildhall").map(Pack::id)).contains(new PackId("guildhall", "2026-01-01.10"));
        assertThat(library.latest("city-of-london").map(Pack::id))
                .contains(new PackId("city-of-london", "2006-04-13.2"));
        assertThat(library.latest("atlantis")).isEmpty();
    }

    @Test
    void two_packs_of_one_id_and_version_are_refused() throws IOException {
        Path first = PackText.write(directory, "a.yaml", PackText.GOOD);
        Path second = PackText.write(directory, "b.yaml", PackText.GOOD);

        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> PackLibrary.with(directory))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .containsExactly(new Fault(
                                second.toString(),
                                "/version",
                                "a version not yet taken; guildhall 2026-01-01 is already in " + first)));
    }

    @Test
    void a_pack_that_is_shipped_cannot_be_replaced_in_silence() throws IOException {
        Path file = PackText.write(
                directory,
                "city.yaml",
                PackText.GOOD.replace("guildhall", "city-of-london").replace("2026-01-01", "2006-04-13"));

        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> PackLibrary.with(directory))
                .withMessage(file
                        + " /version: expected a version not yet taken;"
                        + " city-of-london 2006-04-13 is already in packs/city-of-london.yaml");
    }

    @Test
    void the_faults_of_every_file_are_listed_at_once() throws IOException {
        Path syntax = PackText.write(directory, "a.yaml", "title: [");
        Path shape = PackText.write(directory, "b.yaml", PackText.with("workingDays: 3", "workingDays: two"));
        Path meaning = PackText.write(directory, "c.yaml", PackText.with("COL-28", "COL-99"));

        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> PackLibrary.with(directory))
                .satisfies(refusal -> assertThat(refusal.faults())
                        .extracting(Fault::file)
                        .containsExactly(syntax.toString(), shape.toString(), meaning.toString()))
                .withMessageContaining(syntax + " line 1")
                .withMessageContaining("\n" + shape + " /enquiries/clocks/0/workingDays: expected ")
                .withMessageContaining("\n" + meaning + " /enquiries/clocks/0/rule: expected ");
    }

    @Test
    void a_pack_under_another_ending_is_not_left_out_in_silence() throws IOException {
        Path file = PackText.write(directory, "guildhall.yml", PackText.GOOD);

        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> PackLibrary.with(directory))
                .withMessage(file + ": expected a name that ends in .yaml");
    }

    @Test
    void a_directory_that_is_not_there_is_refused() {
        Path missing = directory.resolve("missing");

        assertThatExceptionOfType(InvalidPack.class)
                .isThrownBy(() -> PackLibrary.with(missing))
                .withMessageStartingWith(missing + ": expected a directory of packs that can be read");
    }
}
