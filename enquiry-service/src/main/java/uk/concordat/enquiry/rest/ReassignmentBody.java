package uk.concordat.enquiry.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.enquiry.views.visibleenquiries.Vacated;
import uk.concordat.enquiry.views.visibleenquiries.VisibleEnquiries;
import uk.concordat.kit.command.Situation;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/**
 * An open enquiry that somebody has left behind.
 *
 * @param enquiry as lists show it; {@code responsible} is who had it
 * @param because {@code left}, where they have left the council, {@code vacant}, where it is the post that has nobody, or
 *     {@code asker-left}, where neither is so and whoever asked has left
 * @param since the first day on which it was so; absent of a post that nobody has held before
 * @param holder who holds the post now, if anybody does
 * @param etag for the {@code If-Match} of an act
 */
@Schema(name = "Reassignment")
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record ReassignmentBody(
        @JsonUnwrapped ListedBody enquiry,
        String because,
        @Schema(implementation = LocalDate.class) Optional<LocalDate> since,
        @Schema(implementation = PersonBody.class) Optional<PersonBody> holder,
        String etag,
        List<EnquiryBody.ActionBody> actions) {

    static ReassignmentBody of(
            VisibleEnquiries.Row row,
            String etag,
            List<EnquiryBody.ActionBody> actions,
            Situation situation,
            Vacated vacated) {
        Optional<LocalDate> left = vacated.leftSince(new PersonId(row.responsible()));
        Optional<LocalDate> askerLeft = vacated.leftSince(new PersonId(row.asker()));
        Optional<PostId> post = row.post().map(PostId::new);
        boolean vacant = post.filter(each -> vacated.holderOf(each).isEmpty()).isPresent();
        return new ReassignmentBody(
                ListedBody.of(row, situation),
                left.isPresent() ? "left" : vacant ? "vacant" : "asker-left",
                left.or(() -> vacant ? post.flatMap(vacated::vacantSince) : askerLeft),
                post.flatMap(vacated::holderOf).map(holder -> PersonBody.of(holder, situation.directory())),
                etag,
                actions);
    }
}
