package uk.concordat.kit.council;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.protocols.people.PersonId;

/** A council of a few people: three red, two blue, one of no group, a co-opted and an independent member, and an officer. */
final class Chamber {

    static final LocalDate FIRST = LocalDate.of(2022, 5, 9);
    static final LocalDate TODAY = LocalDate.of(2026, 7, 1);

    static final PersonId RED_1 = id(1);
    static final PersonId RED_2 = id(2);
    static final PersonId RED_3 = id(3);
    static final PersonId BLUE_1 = id(4);
    static final PersonId BLUE_2 = id(5);
    static final PersonId LONE = id(6);
    static final PersonId VERDERER = id(7);
    static final PersonId OFFICER = id(8);
    static final PersonId GONE = id(9);
    static final PersonId INDEPENDENT = id(10);

    private static final List<PersonDocument> PEOPLE = List.of(
            person(RED_1, PersonKind.MEMBER, Optional.empty()),
            person(RED_2, PersonKind.MEMBER, Optional.empty()),
            person(RED_3, PersonKind.MEMBER, Optional.empty()),
            person(BLUE_1, PersonKind.MEMBER, Optional.empty()),
            person(BLUE_2, PersonKind.MEMBER, Optional.empty()),
            person(LONE, PersonKind.MEMBER, Optional.empty()),
            person(VERDERER, PersonKind.COOPTED_VOTING, Optional.empty()),
            person(OFFICER, PersonKind.OFFICER, Optional.empty()),
            appointedTo("standards", person(INDEPENDENT, PersonKind.INDEPENDENT_MEMBER, Optional.empty())),
            person(GONE, PersonKind.MEMBER, Optional.of(LocalDate.of(2026, 5, 11))));

    private Chamber() {}

    private static PersonId id(int number) {
        return new PersonId(new UUID(1, number));
    }

    static PersonDocument person(PersonId id, PersonKind kind, Optional<LocalDate> to) {
        String username = "person-" + id.value().getLeastSignificantBits();
        return new PersonDocument(
                id.value(), username, "Name of " + username, kind, Optional.empty(), Optional.empty(), FIRST, to);
    }

    private static PersonDocument appointedTo(String body, PersonDocument person) {
        return new PersonDocument(
                person.id(),
                person.username(),
                person.name(),
                person.kind(),
                person.group(),
                person.email(),
                person.from(),
                person.to(),
                person.employment(),
                List.of(body),
                person.allocations());
    }

    static GroupDocument group(String key, boolean administration, GroupDocument.Part... parts) {
        return new GroupDocument(
                key,
                "The group " + key,
                Optional.of(FIRST),
                administration ? List.of(new GroupDocument.Period(FIRST, Optional.empty())) : List.of(),
                Arrays.asList(parts),
                FIRST,
                Optional.empty());
    }

    static GroupDocument.Part in(PersonId person) {
        return part(person, GroupPart.MEMBER, FIRST, Optional.empty());
    }

    static GroupDocument.Part part(PersonId person, GroupPart part, LocalDate from, Optional<LocalDate> to) {
        return new GroupDocument.Part(person.value(), part, from, to);
    }

    static Composition of(GroupDocument... groups) {
        return of(new CompositionDocuments(Arrays.asList(groups), List.of(), List.of(), List.of()));
    }

    static Composition of(CompositionDocuments documents) {
        return directory(documents).composition();
    }

    private static Directory directory(CompositionDocuments documents) {
        return new Directory(CouncilDocumentTest.council(), PEOPLE, List.of(), documents);
    }
}
