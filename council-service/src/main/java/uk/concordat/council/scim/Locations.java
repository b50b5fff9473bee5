package uk.concordat.council.scim;

import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import uk.concordat.protocols.people.PersonId;

/** Where resources are, at the address that the client has asked. */
record Locations(URI base) {

    static Locations of(UriInfo uri) {
        return new Locations(uri.getBaseUri().resolve("/scim/v2/"));
    }

    URI named(String resource) {
        return base.resolve(resource);
    }

    URI user(PersonId id) {
        return base.resolve("Users/" + id.value());
    }
}
