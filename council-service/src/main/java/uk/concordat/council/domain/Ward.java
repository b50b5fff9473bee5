package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;

/** A ward and who has stood for it; vacant between one member and the next. */
public record Ward(String key, String name, List<Member> members, LocalDate from, Optional<LocalDate> to) {

    public Ward {
        members = members.stream()
                .sorted(Comparator.comparing(Member::from)
                        .thenComparing(member -> member.person().value()))
                .toList();
    }

    /** Whom the ward elected, and when they stood for it. */
    public record Member(PersonId person, LocalDate from, Optional<LocalDate> to) {}
}
