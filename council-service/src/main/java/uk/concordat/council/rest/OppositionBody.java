package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.rest.CalendarBodies.PersonBody;
import uk.concordat.kit.council.Directory;
import uk.concordat.kit.council.GroupDocument;
import uk.concordat.kit.council.Opposition;
import uk.concordat.protocols.pack.GroupTerms;
import uk.concordat.protocols.rules.Citation;

/**
 * Who leads the opposition.
 *
 * @param because {@code named}, {@code leads-the-largest-group}, {@code nobody-leads-the-largest-group}, {@code tie},
 *     {@code no-other-group}, {@code administration-not-known} or {@code not-in-the-protocol}
 * @param groups the largest outside the administration: one, or those of one size
 * @param rule by which it is computed; absent where it is not
 */
@Schema(name = "LeaderOfTheOpposition")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record OppositionBody(
        String because,
        @Schema(implementation = PersonBody.class) Optional<PersonBody> person,
        List<String> groups,
        @Schema(implementation = String.class) Optional<String> rule,
        @Schema(implementation = String.class) Optional<String> paragraph,
        @Schema(implementation = String.class) Optional<String> reading) {

    static OppositionBody of(Opposition opposition, Optional<GroupTerms> terms, Directory directory) {
        return switch (opposition) {
            case Opposition.Named(var person) -> uncited("named", PersonBody.of(person, directory));
            case Opposition.LeaderOfTheLargest(var group, var leader) ->
                cited(
                        leader.isPresent() ? "leads-the-largest-group" : "nobody-leads-the-largest-group",
                        leader.flatMap(person -> PersonBody.of(person, directory)),
                        List.of(group),
                        terms);
            case Opposition.Tied(var groups) -> cited("tie", Optional.empty(), groups, terms);
            case Opposition.NoOtherGroup() -> cited("no-other-group", Optional.empty(), List.of(), terms);
            case Opposition.AdministrationNotKnown() ->
                cited("administration-not-known", Optional.empty(), List.of(), terms);
            case Opposition.NotInTheProtocol() -> uncited("not-in-the-protocol", Optional.empty());
        };
    }

    private static OppositionBody uncited(String because, Optional<PersonBody> person) {
        return new OppositionBody(because, person, List.of(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private static OppositionBody cited(
            String because, Optional<PersonBody> person, List<GroupDocument> groups, Optional<GroupTerms> terms) {
        Optional<Citation> citation =
                terms.flatMap(GroupTerms::leaderOfTheOpposition).map(policy -> policy.citation());
        return new OppositionBody(
                because,
                person,
                groups.stream().map(GroupDocument::key).toList(),
                citation.map(Citation::rule),
                citation.map(Citation::paragraph),
                citation.map(by -> by.reading().code()));
    }
}
