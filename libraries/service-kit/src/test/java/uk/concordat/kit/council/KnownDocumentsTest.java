package uk.concordat.kit.council;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** A council that is followed change by change answers as one that is read whole. */
class KnownDocumentsTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 7, 1);
    private static final int FEW = 12;

    private final Map<String, Document> newest = new LinkedHashMap<>();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whatever_changes_in_whatever_order(long seed) {
        Random random = new Random(seed);
        KnownDocuments followed = KnownDocuments.none();

        for (int change = 0; change < 200; change++) {
            List<Document> changed = IntStream.range(0, 1 + random.nextInt(4))
                    .mapToObj(_ -> any(random))
                    .toList();
            followed = followed.with(changed);

            assertThat(answers(followed.directory()))
                    .as("after change %d of seed %d", change, seed)
                    .isEqualTo(
                            answers(KnownDocuments.none().with(newest.values()).directory()));
        }
    }

    private static List<Object> answers(Optional<Directory> directory) {
        List<Object> answers = new ArrayList<>();
        directory.ifPresent(council -> {
            answers.add(council.council());
            answers.add(council.peopleAfter("name-3").toList());
            answers.add(council.postsAfter("").toList());
            answers.add(council.postsWithRole("role-1", TODAY));
            answers.add(council.composition().groups(TODAY));
            council.composition()
                    .elections()
                    .forEach(election -> answers.add(council.composition().leavingWith(election)));
            for (int number = 0; number < FEW; number++) {
                PersonId person = new PersonId(new UUID(1, number));
                answers.add(council.person("name-" + number));
                answers.add(council.person(person));
                answers.add(council.postsOf(person, TODAY));
                answers.add(council.postsDeputisedBy(person, TODAY));
                answers.add(council.postsBelow(person, TODAY).stream().sorted().toList());
                answers.add(council.postByKey("key-" + number));
                answers.add(council.postsUnder(new PostId(new UUID(2, number)), TODAY).stream()
                        .sorted()
                        .toList());
                answers.add(council.lineAbove(new PostId(new UUID(2, number)), TODAY));
                answers.add(council.groupOf(person, TODAY));
            }
        });
        return answers;
    }

    private Document any(Random random) {
        int number = random.nextInt(FEW);
        Document document = switch (random.nextInt(12)) {
            case 0 -> council(random);
            case 1 -> group(number % 3, random);
            case 2 -> new ElectionDocument("poll-" + number, "A poll", TODAY.plusDays(number), TODAY, TODAY);
            case 3, 4, 5, 6 -> person(number, random);
            default -> post(number, random);
        };
        newest.put(document.getClass() + subject(document), document);
        return document;
    }

    private static String subject(Document document) {
        return switch (document) {
            case CouncilDocument council -> council.key();
            case PersonDocument person -> person.id().toString();
            case PostDocument post -> post.id().toString();
            case GroupDocument group -> group.key();
            case WardDocument ward -> ward.key();
            case BodyDocument body -> body.key();
            case ElectionDocument election -> election.key();
        };
    }

    private static CouncilDocument council(Random random) {
        return new CouncilDocument(
                "any",
                "Name " + random.nextInt(5),
                "ANY",
                "Europe/London",
                List.of(),
                new CouncilDocument.CalendarDocument("1", List.of()),
                LocalSettings.NONE);
    }

    /** Their usernames change, and several may go by one for a while. */
    private static PersonDocument person(int number, Random random) {
        return new PersonDocument(
                new UUID(1, number),
                "name-" + random.nextInt(FEW),
                "Name",
                random.nextBoolean() ? PersonKind.MEMBER : PersonKind.OFFICER,
                Optional.empty(),
                Optional.empty(),
                TODAY.minusYears(1),
                random.nextBoolean() ? Optional.of(TODAY.plusDays(random.nextInt(FEW))) : Optional.empty());
    }

    private static PostDocument post(int number, Random random) {
        return new PostDocument(
                new UUID(2, number),
                "key-" + random.nextInt(FEW),
                "A post",
                List.of("role-" + random.nextInt(3)),
                Optional.of(new UUID(2, random.nextInt(FEW))).filter(_ -> random.nextInt(4) > 0),
                holders(random),
                TODAY.minusYears(1),
                Optional.empty(),
                holders(random),
                PostDocument.Terms.NONE);
    }

    private static List<PostDocument.Holder> holders(Random random) {
        return IntStream.range(0, random.nextInt(3))
                .mapToObj(_ -> new PostDocument.Holder(
                        new UUID(1, random.nextInt(FEW)), TODAY.minusDays(random.nextInt(3)), Optional.empty()))
                .toList();
    }

    private static GroupDocument group(int number, Random random) {
        return new GroupDocument(
                "group-" + number,
                "A group",
                Optional.empty(),
                List.of(),
                List.of(new GroupDocument.Part(
                        new UUID(1, random.nextInt(FEW)), GroupPart.MEMBER, TODAY, Optional.empty())),
                TODAY.minusYears(1),
                Optional.empty());
    }
}
