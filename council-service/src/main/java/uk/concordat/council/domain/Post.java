package uk.concordat.council.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import uk.concordat.protocols.people.PersonId;
import uk.concordat.protocols.people.PostId;

/** A post, the post it reports to, and who has held it when; vacant on every other day. */
public record Post(
        PostId id,
        String key,
        String title,
        List<String> roles,
        Optional<PostId> reportsTo,
        List<Holder> holders,
        LocalDate from,
        Optional<LocalDate> to) {

    public record Holder(PersonId person, LocalDate from, Optional<LocalDate> to) {}
}
