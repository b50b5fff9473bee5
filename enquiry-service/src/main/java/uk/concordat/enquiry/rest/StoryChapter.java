package uk.concordat.enquiry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import uk.concordat.enquiry.domain.CalendarChange;
import uk.concordat.enquiry.domain.DeadlineSet;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.PostDocument;
import uk.concordat.protocols.days.WorkingDays;
import uk.concordat.protocols.ladder.Climb;
import uk.concordat.protocols.people.PersonId;

/**
 * One thing that happened to an enquiry.
 *
 * @param recordedAt when it was written down; {@code at} is when it is said to have happened
 * @param by who did it; absent where the clock or the calendar did
 * @param deadlines kinds of the deadlines it concerned
 * @param dates the days it set, or moved them to
 * @param to whom the enquiry was given
 * @param rule the rule that was departed from, or whose date was missed
 * @param rung the step of the ladder; 0 is the breach itself
 * @param why why the rung was climbed
 * @param told who was told of a missed date, and as what
 * @param passedOver the posts at which the ladder did not stop, and why
 * @param because the days that became working days, or ceased to be
 */
@Schema(name = "Chapter")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record StoryChapter(
        String event,
        Instant recordedAt,
        Instant at,
        @Schema(implementation = PersonBody.class) Optional<PersonBody> by,
        @Schema(implementation = String.class) Optional<String> text,
        @Schema(implementation = String.class) Optional<String> reasons,
        List<String> deadlines,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<DateBody> dates,
        @Schema(implementation = PersonBody.class) Optional<PersonBody> to,
        @Schema(implementation = String.class) Optional<String> rule,
        @Schema(implementation = Integer.class) Optional<Integer> rung,
        @Schema(implementation = String.class) Optional<String> why,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<ToldBody> told,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<PassedOverBody> passedOver,
        @Schema(implementation = CalendarChange.class) Optional<CalendarChange> because) {

    /** A deadline's day. */
    @Schema(name = "ChapterDate")
    public record DateBody(String kind, LocalDate dueOn) {}

    /** Somebody who was told. */
    @Schema(name = "Told")
    public record ToldBody(PersonBody person, String toldAs) {}

    /** A post that was passed over. */
    @Schema(name = "PassedOver")
    public record PassedOverBody(String post, String title, String why) {}

    /** Writes a chapter, part by part. */
    static final class Telling {

        private final Instant recordedAt;
        private final Directory directory;
        private String event = "";
        private Instant at = Instant.EPOCH;
        private @Nullable PersonBody by;
        private @Nullable String text;
        private @Nullable String reasons;
        private List<String> kinds = List.of();
        private final List<DateBody> dates = new ArrayList<>();
        private @Nullable PersonBody to;
        private @Nullable String rule;
        private @Nullable Integer rung;
        private @Nullable String why;
        private final List<ToldBody> told = new ArrayList<>();
        private final List<PassedOverBody> passedOver = new ArrayList<>();
        private @Nullable CalendarChange because;

        Telling(Instant recordedAt, Directory directory) {
            this.recordedAt = recordedAt;
            this.directory = directory;
        }

        Telling of(String event, Instant at) {
            this.event = event;
            this.at = at;
            return this;
        }

        Telling by(PersonId person) {
            by = PersonBody.of(person, directory);
            return this;
        }

        Telling text(String words) {
            text = words;
            return this;
        }

        Telling text(Optional<String> words) {
            text = words.orElse(null);
            return this;
        }

        Telling reasons(String words) {
            reasons = words;
            return this;
        }

        Telling kinds(List<String> codes) {
            kinds = codes;
            return this;
        }

        Telling set(List<DeadlineSet> deadlines) {
            kinds = deadlines.stream().map(set -> set.kind().code()).toList();
            deadlines.forEach(
                    set -> dates.add(new DateBody(set.kind().code(), set.proof().dueOn())));
            return this;
        }

        Telling date(String kind, WorkingDays proof) {
            kinds = List.of(kind);
            dates.add(new DateBody(kind, proof.dueOn()));
            return this;
        }

        Telling to(PersonId person) {
            to = PersonBody.of(person, directory);
            return this;
        }

        Telling rule(String id) {
            rule = id;
            return this;
        }

        Telling why(String reason) {
            why = reason;
            return this;
        }

        Telling climb(int step, Climb climb) {
            rung = step;
            return told(climb);
        }

        Telling told(Climb climb) {
            climb.told().stream()
                    .map(each -> new ToldBody(
                            PersonBody.of(each.person(), directory), each.as().code()))
                    // Of two dates that were missed the same people are told.
                    .filter(each -> !told.contains(each))
                    .forEach(told::add);
            climb.passedOver().forEach(post -> {
                Optional<PostDocument> known = directory.post(post.post());
                passedOver.add(new PassedOverBody(
                        known.map(PostDocument::key).orElse("not known any more"),
                        known.map(PostDocument::title).orElse("not known any more"),
                        post.why()));
            });
            return this;
        }

        Telling because(CalendarChange change) {
            because = change;
            return this;
        }

        StoryChapter chapter() {
            return new StoryChapter(
                    event,
                    recordedAt,
                    at,
                    Optional.ofNullable(by),
                    Optional.ofNullable(text),
                    Optional.ofNullable(reasons),
                    kinds,
                    List.copyOf(dates),
                    Optional.ofNullable(to),
                    Optional.ofNullable(rule),
                    Optional.ofNullable(rung),
                    Optional.ofNullable(why),
                    List.copyOf(told),
                    List.copyOf(passedOver),
                    Optional.ofNullable(because));
        }
    }
}
