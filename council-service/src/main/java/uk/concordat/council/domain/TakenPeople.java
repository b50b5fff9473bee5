package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import uk.concordat.council.domain.CouncilFiles.AllocationLine;
import uk.concordat.council.domain.CouncilFiles.DeputyLine;
import uk.concordat.council.domain.CouncilFiles.HolderLine;
import uk.concordat.council.domain.CouncilFiles.PersonLine;
import uk.concordat.council.domain.CouncilFiles.PostLine;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** People and posts as a council's files make them. What the files say nothing of stays as it is known. */
final class TakenPeople {

    private final CouncilState state;
    private final LocalDate today;
    private final Map<String, UUID> newIds;
    private final Map<String, List<HolderLine>> holders;
    private final Optional<Map<String, List<DeputyLine>>> deputies;
    private final Optional<Map<String, List<AllocationLine>>> allocations;

    TakenPeople(ImportFiles command, CouncilState state) {
        this.state = state;
        this.today = command.today();
        this.newIds = command.newIds();
        this.holders = by(HolderLine::post, command.files().holders());
        this.deputies = command.files().deputies().map(lines -> by(DeputyLine::post, lines));
        this.allocations = command.files().allocations().map(lines -> by(AllocationLine::username, lines));
    }

    private static <T> Map<String, List<T>> by(Function<T, String> key, List<T> lines) {
        return lines.stream().collect(Collectors.groupingBy(key));
    }

    Person person(PersonLine line) {
        Person person = asWritten(line);
        return state.people()
                .find(person.username())
                .map(known -> person.following(known, today))
                .orElse(person);
    }

    private Person asWritten(PersonLine line) {
        return new Person(
                personId(line.username()),
                line.username(),
                line.name(),
                line.kind(),
                line.group(),
                line.email(),
                line.from(),
                line.to(),
                line.employment(),
                line.appointedTo(),
                allocations(line.username()));
    }

    private List<Person.Allocation> allocations(String username) {
        List<Person.Allocation> known =
                state.people().find(username).map(Person::allocations).orElse(List.of());
        return allocations
                .map(lines -> Tenures.inKnownOrder(
                        lines.getOrDefault(username, List.of()).stream()
                                .map(this::allocation)
                                .toList(),
                        known))
                .orElse(known);
    }

    private Person.Allocation allocation(AllocationLine line) {
        return new Person.Allocation(line.member().map(this::personId), line.group(), line.from(), line.to());
    }

    Post post(PostLine line) {
        Post post = asWritten(line);
        return state.posts()
                .find(post.key())
                .map(known -> post.following(known, today))
                .orElse(post);
    }

    private Post asWritten(PostLine line) {
        Optional<Post> known = state.posts().find(line.post());
        List<Post.Holder> standingIn = known.map(Post::deputies).orElse(List.of());
        return new Post(
                postId(line.post()),
                line.post(),
                line.title(),
                line.roles(),
                line.reportsTo().map(this::postId),
                Tenures.inKnownOrder(
                        holders.getOrDefault(line.post(), List.of()).stream()
                                .map(holder -> new Post.Holder(personId(holder.username()), holder.from(), holder.to()))
                                .toList(),
                        known.map(Post::holders).orElse(List.of())),
                line.from(),
                line.to(),
                deputies.map(lines -> Tenures.inKnownOrder(
                                lines.getOrDefault(line.post(), List.of()).stream()
                                        .map(deputy -> new Post.Holder(
                                                personId(deputy.username()), deputy.from(), deputy.to()))
                                        .toList(),
                                standingIn))
                        .orElse(standingIn),
                line.terms());
    }

    private PersonId personId(String username) {
        return state.people().find(username).map(Person::id).orElseGet(() -> new PersonId(newId("person " + username)));
    }

    private PostId postId(String key) {
        return state.posts().find(key).map(Post::id).orElseGet(() -> new PostId(newId("post " + key)));
    }

    private UUID newId(String of) {
        UUID id = newIds.get(of);
        if (id == null) {
            throw new IllegalArgumentException("The command brings no id for the " + of);
        }
        return id;
    }
}
