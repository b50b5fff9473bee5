package uk.concordat.kit.identity;

import uk.concordat.eventsourcing.database.Tenant;
import uk.concordat.kit.council.PersonDocument;
import uk.concordat.protocols.people.PersonId;

/** Who calls: a person known to their council. What they may do follows from the posts they hold and their part in the case. */
public record Caller(Tenant council, PersonDocument person) {

    public PersonId id() {
        return new PersonId(person.id());
    }
}
