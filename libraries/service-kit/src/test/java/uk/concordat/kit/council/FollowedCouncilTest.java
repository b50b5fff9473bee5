package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static uk.concordat.kit.council.ReplicaDatabase.council;
import static uk.concordat.kit.council.ReplicaDatabase.people;
import static uk.concordat.kit.council.ReplicaDatabase.person;
import static uk.concordat.kit.council.ReplicaDatabase.post;
import static uk.concordat.kit.council.ReplicaDatabase.taken;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.eventsourcing.inbox.NotYet;
import uk.concordat.kit.RunningBackends;
import uk.concordat.kit.testing.Topic;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** What a service knows of a council in memory is what its database says, whoever has written it. */
class FollowedCouncilTest {

    private static final Tenant HARLOW = new Tenant("harlow");
    private static final Tenant HACKNEY = new Tenant("hackney");

    private static ReplicaDatabase database;

    private final Directories directories = new Directories();

    @BeforeAll
    static void migrated() {
        database = ReplicaDatabase.in(RunningBackends.get());
    }

    @BeforeEach
    void nothingKnown() {
        database.execute("truncate council_document, directory_version");
    }

    @Test
    void documents_come_in_any_order_and_nothing_is_said_before_the_profile_is_among_them() {
        database.take(HARLOW, post(1, Optional.empty(), 1, 1), person(1, "ann", 1));
        assertThat(present(directories, HARLOW)).isEmpty();

        database.take(HARLOW, council("harlow", 1));

        assertThat(here().person("ann")).isPresent();
        assertThat(here().holder(new PostId(new UUID(2, 1)), ReplicaDatabase.FIRST))
                .contains(new PersonId(new UUID(1, 1)));
    }

    @Test
    void of_a_change_only_what_has_changed_is_read_again() {
        database.take(HARLOW, council("harlow", 1));
        database.take(HARLOW, people(0, 100, 1));
        Directory before = here();

        database.take(HARLOW, person(7, "seven", 2));

        Directory after = here();
        assertThat(after.person("seven")).isPresent();
        assertThat(after.person("person-7")).isEmpty();
        assertThat(after.person("person-8").orElseThrow())
                .isSameAs(before.person("person-8").orElseThrow());
        assertThat(before.person("person-7")).as("what was known then stays").isPresent();
    }

    @Test
    void a_code_that_a_newer_build_has_written_is_waited_for() {
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1));
        here();

        database.execute(
                "update council_document set document = jsonb_set(document, '{kind}', '\"honorary\"') where kind = 'person'");
        assertThatExceptionOfType(NotYet.class)
                .isThrownBy(this::here)
                .withMessage("waits for a newer build, which knows the code at /kind");

        database.execute(
                "update council_document set document = jsonb_set(document, '{kind}', '\"officer\"') where kind = 'person'");
        assertThat(here().person("ann")).isPresent();
    }

    @Test
    void an_older_document_among_newer_ones_takes_no_place() {
        database.take(HARLOW, council("harlow", 1), person(1, "new", 5), person(2, "two", 1));
        assertThat(here().person("new")).isPresent();

        database.take(HARLOW, person(1, "old", 4), person(2, "three", 2));

        assertThat(usernames(here())).containsExactly("new", "three");
    }

    @Test
    void a_username_that_one_gives_up_and_another_takes_is_the_others_in_whatever_order_that_is_told() {
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1), person(2, "olu", 1));
        assertThat(usernames(here())).containsExactly("ann", "olu");

        database.take(HARLOW, person(2, "ann", 2));
        assertThat(usernames(here())).containsExactly("ann", "ann");
        database.take(HARLOW, person(1, "olu", 2));

        assertThat(here().person("ann").map(PersonDocument::id)).contains(new UUID(1, 2));
        assertThat(here().person("olu").map(PersonDocument::id)).contains(new UUID(1, 1));
    }

    @Test
    void who_leaves_does_so_by_a_dated_document_and_stays_known() {
        LocalDate last = LocalDate.of(2026, 6, 30);
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1), post(1, Optional.empty(), 1, 1));

        database.take(HARLOW, ReplicaDatabase.leaving(1, "ann", 2, last));

        PersonDocument ann = here().person("ann").orElseThrow();
        assertThat(ann.on(last)).isTrue();
        assertThat(ann.on(last.plusDays(1))).isFalse();
        PostId post = new PostId(new UUID(2, 1));
        assertThat(here().reportingLine(post, last).foot().orElseThrow().holder())
                .isPresent();
        assertThat(here().reportingLine(post, last.plusDays(1))
                        .foot()
                        .orElseThrow()
                        .holder())
                .as("the post is vacant, whoever is written down for it")
                .isEmpty();
    }

    @Test
    void each_council_is_its_own() {
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1));
        database.take(HACKNEY, council("hackney", 1), person(2, "olu", 1));

        assertThat(usernames(here())).containsExactly("ann");
        assertThat(usernames(present(directories, HACKNEY).orElseThrow())).containsExactly("olu");
        assertThat(present(directories, new Tenant("county"))).isEmpty();
    }

    /** Were the second to commit first, whoever reads then would go on from it and never see the first. */
    @Test
    void of_two_replicas_that_take_documents_in_at_once_nothing_is_missed_by_who_reads_between() throws Exception {
        database.take(HARLOW, council("harlow", 1));
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch mayCommit = new CountDownLatch(1);
        try (ExecutorService replicas = Executors.newFixedThreadPool(2)) {
            Future<?> first = replicas.submit(() -> database.transactions().in(HARLOW, transaction -> {
                taken(transaction, person(1, "slow", 1));
                written.countDown();
                return await(mayCommit);
            }));
            await(written);
            Future<?> second = replicas.submit(() -> database.take(HARLOW, person(2, "quick", 1)));
            Awaitility.await().atMost(Duration.ofSeconds(10)).until(() -> second.isDone() || database.someoneWaits());
            assertThat(usernames(here())).isEmpty();
            mayCommit.countDown();
            first.get(10, TimeUnit.SECONDS);
            second.get(10, TimeUnit.SECONDS);
        }

        assertThat(usernames(here())).containsExactly("quick", "slow");
    }

    /** A transaction that began before a change finds the newer council in memory, and not an older one. */
    @Test
    void who_has_asked_for_the_version_before_others_have_read_further_gets_what_they_have_read() {
        database.take(HARLOW, council("harlow", 1));

        Directory given = database.transactions().in(HARLOW, transaction -> {
            var roundTrip = transaction.roundTrip();
            var version = directories.version(roundTrip, transaction);
            roundTrip.send();
            database.take(HARLOW, person(1, "ann", 1));
            assertThat(here().person("ann")).isPresent();
            return directories.at(version, transaction).orElseThrow();
        });

        assertThat(given).isSameAs(here());
    }

    @Test
    void a_database_that_is_put_back_is_read_anew() {
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1));
        database.take(HARLOW, person(2, "bob", 1));
        database.take(HARLOW, person(3, "cyd", 1));
        assertThat(usernames(here())).containsExactly("ann", "bob", "cyd");

        database.execute("delete from council_document where id like '%-000000000003'");
        database.execute("update directory_version set version = 2");

        assertThat(usernames(here())).containsExactly("ann", "bob");
    }

    /** Two versions of a service run at once while it is brought up to date. */
    @Test
    void what_a_build_writes_that_says_nothing_of_changes_is_followed_too() {
        database.take(HARLOW, council("harlow", 1), person(1, "ann", 1));
        assertThat(usernames(here())).containsExactly("ann");

        writtenByAnEarlierBuild(ReplicaDatabase.document(1, "anna"), 2);
        assertThat(usernames(here())).containsExactly("anna");

        writtenByAnEarlierBuild(ReplicaDatabase.document(2, "olu"), 1);
        writtenByAnEarlierBuild(ReplicaDatabase.document(3, "zoe"), 1);
        assertThat(usernames(here())).containsExactly("anna", "olu", "zoe");
    }

    private static void writtenByAnEarlierBuild(PersonDocument person, long version) {
        database.transactions().in(HARLOW, transaction -> {
            transaction
                    .roundTrip()
                    .update("""
                            insert into council_document (tenant, kind, id, version, document)
                            values (?, 'person', ?, ?, ?::jsonb)
                            on conflict (tenant, kind, id) do update
                              set version = excluded.version, document = excluded.document
                              where council_document.version < excluded.version""", HARLOW.key(), "person/" + person.id(), version, Topic.json(person))
                    .update("""
                            insert into directory_version as present (tenant, version) values (?, 1)
                            on conflict (tenant) do update set version = present.version + 1""", HARLOW.key())
                    .send();
            return version;
        });
    }

    private Directory here() {
        return present(directories, HARLOW).orElseThrow();
    }

    private static Optional<Directory> present(Directories directories, Tenant council) {
        return database.transactions().in(council, directories::present);
    }

    private static List<String> usernames(Directory directory) {
        return directory.peopleAfter("").map(PersonDocument::username).toList();
    }

    private static boolean await(CountDownLatch latch) {
        try {
            return latch.await(10, TimeUnit.SECONDS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }
}
