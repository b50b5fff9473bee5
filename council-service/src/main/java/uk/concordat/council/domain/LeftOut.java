package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import uk.concordat.council.domain.CompositionFiles.ElectionLine;
import uk.concordat.council.domain.CompositionFiles.WholeLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.council.domain.ImportReport.Named;

/** What is known, is not over, and is in none of the files that were sent and would have it. It stays as it is. */
record LeftOut(ImportFiles sent, CouncilState before) {

    List<Named> named(TenuresOfFiles tenures) {
        CouncilFiles files = sent.files();
        CompositionFiles composition = files.composition();
        return Stream.of(
                        without("person", people(), files.people(), PersonLine::username),
                        without("post", posts(), files.posts(), PostLine::post),
                        tenures.missing(sent.today(), gone()),
                        wholes("group", before.composition().groups(), Group::to, composition.groups()),
                        wholes("ward", before.composition().wards(), Ward::to, composition.wards()),
                        wholes("body", before.composition().bodies(), Body::to, composition.bodies()),
                        composition.elections().stream()
                                .flatMap(lines -> without("election", elections(), lines, ElectionLine::key)))
                .flatMap(Function.identity())
                .toList();
    }

    private Stream<String> people() {
        return before.people().all().values().stream()
                .filter(person -> isNotOver(person.to()))
                .filter(person -> sent.master() == PeopleMaster.CSV
                        || before.provisioning().find(person.id()).isEmpty()
                        || before.provisioning().isWithdrawn(person.id()))
                .map(Person::username);
    }

    private Stream<String> posts() {
        return before.posts().all().values().stream()
                .filter(post -> isNotOver(post.to()))
                .map(Post::key);
    }

    private Stream<String> elections() {
        return before.composition().elections().all().values().stream()
                .filter(election -> !election.isWithdrawn() && isNotOver(Optional.of(election.day())))
                .map(Election::key);
    }

    private <T> Stream<Named> wholes(
            String kind,
            Known<T> known,
            Function<T, Optional<LocalDate>> to,
            Optional<? extends List<? extends WholeLine>> lines) {
        return lines.stream()
                .flatMap(sentOnes -> without(
                        kind,
                        known.all().entrySet().stream()
                                .filter(entry -> isNotOver(to.apply(entry.getValue())))
                                .map(Map.Entry::getKey),
                        sentOnes,
                        WholeLine::key));
    }

    /** Those who have left the council by the files, or by what is known where the files leave them out. */
    private Set<String> gone() {
        Map<String, Optional<LocalDate>> last = new HashMap<>();
        before.people().all().values().forEach(person -> last.put(person.username(), person.to()));
        sent.files().people().forEach(line -> last.put(line.username(), line.to()));
        return last.entrySet().stream()
                .filter(entry -> !isNotOver(entry.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    private boolean isNotOver(Optional<LocalDate> to) {
        return to.filter(last -> last.isBefore(sent.today())).isEmpty();
    }

    private static <T> Stream<Named> without(
            String kind, Stream<String> known, Collection<? extends T> lines, Function<T, String> key) {
        Set<String> named = lines.stream().map(key::apply).collect(Collectors.toSet());
        return known.filter(each -> !named.contains(each)).sorted().map(each -> new Named(kind, each));
    }
}
