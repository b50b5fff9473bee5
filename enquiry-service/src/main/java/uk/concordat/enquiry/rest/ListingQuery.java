package uk.concordat.enquiry.rest;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.views.visibleenquiries.Filter;
import uk.concordat.kit.command.Situation;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.kit.problem.Fields;
import uk.concordat.kit.problem.MalformedRequest;
import uk.concordat.kit.reading.Page;
import uk.concordat.protocols.people.PostId;

/** What a list is asked for, as its query says. */
public class ListingQuery {

    private static final Set<String> STATUSES =
            Set.of("received", "acknowledged", "held", "promised", "answered", "declined", "withdrawn", "closed");
    private static final UUID NOBODY = new UUID(0, 0);

    @QueryParam("limit")
    @Nullable
    String limit;

    @QueryParam("after")
    @Nullable
    String after;

    @QueryParam("status")
    @Nullable
    List<String> status;

    @QueryParam("overdue")
    @Nullable
    String overdue;

    @QueryParam("mine")
    @Nullable
    String mine;

    @QueryParam("directorate")
    @Nullable
    String directorate;

    @QueryParam("member")
    @Nullable
    String member;

    @QueryParam("subject")
    @Nullable
    String subject;

    Page.Asked page() {
        return Page.Asked.of(limit, after);
    }

    /** @throws MalformedRequest if a value is none that its parameter can have */
    Filter filter(Situation situation) {
        return new Filter(
                statuses(),
                yesOrNo("overdue", overdue),
                yesOrNo("mine", mine).orElse(false),
                Optional.ofNullable(directorate).map(key -> postsOf(key, situation)),
                Optional.ofNullable(member)
                        .map(username -> situation
                                .directory()
                                .person(username)
                                .map(PersonDocument::id)
                                .orElse(NOBODY)),
                Optional.ofNullable(subject).map(words -> Fields.text("subject", words, Bodies.SUBJECT)));
    }

    private List<String> statuses() {
        List<String> asked = status == null ? List.of() : List.copyOf(status);
        asked.stream().filter(each -> !STATUSES.contains(each)).findFirst().ifPresent(unknown -> {
            throw new MalformedRequest(
                    "bad-status",
                    "status is one of "
                            + String.join(", ", STATUSES.stream().sorted().toList()) + ".");
        });
        return asked;
    }

    private static Optional<Boolean> yesOrNo(String name, @Nullable String value) {
        if (value == null) {
            return Optional.empty();
        }
        return switch (value) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> throw new MalformedRequest("bad-" + name, name + " is true or false.");
        };
    }

    /** The post of that key and all posts below it; none where there is no such post. */
    private static List<UUID> postsOf(String key, Situation situation) {
        Directory directory = situation.directory();
        return directory
                .postByKey(key)
                .map(post -> {
                    List<UUID> posts = new ArrayList<>(directory.postsUnder(new PostId(post.id()), situation.today()));
                    posts.add(post.id());
                    return posts;
                })
                .orElseGet(ArrayList::new);
    }
}
