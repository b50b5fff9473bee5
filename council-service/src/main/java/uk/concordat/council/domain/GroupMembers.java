package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.PartLine;

/** Who is in which group when, while in office: by dated lines, or all along by the column of people.csv. */
final class GroupMembers {

    private record Member(Rollcall.Entry person, String group, Span span) {

        String username() {
            return person.username();
        }
    }

    private final Map<String, List<Member>> byGroup;

    GroupMembers(List<PartLine> parts, Rollcall people) {
        List<PartLine> dated = parts.stream()
                .filter(part -> part.part().equals(GroupMembership.MEMBER))
                .toList();
        Set<String> datedPeople = dated.stream().map(PartLine::username).collect(Collectors.toSet());
        Stream<Member> byLine = dated.stream()
                .flatMap(part -> people.find(part.username()).stream()
                        .flatMap(person -> person.career().first(part.span()).stream()
                                .map(span -> new Member(person, part.of(), span))));
        Stream<Member> byColumn = people.all().stream()
                .filter(person -> !datedPeople.contains(person.username()))
                .flatMap(person -> Stream.concat(
                        person.group().stream().map(group -> new Member(person, group, person.office())),
                        person.earlierGroups().stream()
                                .map(earlier -> new Member(person, earlier.group(), earlier.days()))));
        this.byGroup = Stream.concat(byLine, byColumn).collect(Collectors.groupingBy(Member::group));
    }

    private Stream<Member> of(String group) {
        return byGroup.getOrDefault(group, List.of()).stream();
    }

    /** How many councillors are in it; whoever is an independent member of a committee is none (HAR-04, HAR-08). */
    int councillorsOn(String group, LocalDate day) {
        return (int) of(group)
                .filter(member -> member.span().on(day))
                .filter(member ->
                        member.person().during(new Span(day, Optional.of(day))).allMatch(Rollcall.Entry::isCouncillor))
                .map(Member::username)
                .distinct()
                .count();
    }

    /** The days on which it has other members than on the day before. */
    Stream<LocalDate> changes(String group) {
        return of(group)
                .flatMap(member -> Stream.concat(
                        Stream.of(member.span().from()), member.span().to().map(last -> last.plusDays(1)).stream()));
    }

    /** The first of these days on which a person is not in the group. */
    Optional<LocalDate> firstWithout(String username, String group, Span days) {
        List<Span> spans = of(group)
                .filter(member -> member.username().equals(username))
                .map(Member::span)
                .toList();
        LocalDate day = days.from();
        while (true) {
            LocalDate asked = day;
            Optional<Span> there = spans.stream().filter(span -> span.on(asked)).findFirst();
            if (there.isEmpty()) {
                return Optional.of(asked);
            }
            Optional<LocalDate> last = there.get().to();
            if (last.isEmpty()
                    || days.to().filter(end -> !end.isAfter(last.get())).isPresent()) {
                return Optional.empty();
            }
            day = last.get().plusDays(1);
        }
    }
}
