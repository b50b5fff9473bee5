package uk.concordat.enquiry.rest;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.people.PersonId;

/** A person as portals name and show them. */
@Schema(name = "Person")
public record PersonBody(String username, String name) {

    static PersonBody of(PersonId id, Directory directory) {
        return directory
                .person(id)
                .map(person -> new PersonBody(person.username(), person.name()))
                .orElseGet(() -> new PersonBody(id.value().toString(), "not known any more"));
    }
}
