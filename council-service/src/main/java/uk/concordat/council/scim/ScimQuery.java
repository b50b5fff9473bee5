package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** What of a list a client asks for: in an address, or in a body, so that nobody's name stands in an address. */
record ScimQuery(Optional<Filter> filter, ScimPage page, Projection projection) {

    private static final String SCHEMA = "urn:ietf:params:scim:api:messages:2.0:SearchRequest";

    /** @param core the schema that all resources asked for have */
    static ScimQuery of(
            @Nullable String filter,
            @Nullable String startIndex,
            @Nullable String count,
            @Nullable String attributes,
            @Nullable String excluded,
            String core) {
        return new ScimQuery(
                ScimFilters.read(filter, core),
                ScimPage.of(startIndex, count),
                Projection.of(attributes, excluded, core));
    }

    /** As a body asks (RFC 7644, 3.4.3). */
    static ScimQuery of(ObjectNode request, String core) {
        Said.requireSchema(request, SCHEMA);
        return of(
                text(request.path("filter")),
                text(request.path("startIndex")),
                text(request.path("count")),
                names(request.path("attributes")),
                names(request.path("excludedAttributes")),
                core);
    }

    private static @Nullable String text(JsonNode said) {
        if (said.isContainerNode()) {
            throw ScimType.INVALID_VALUE.fault("filter is text, startIndex and count are numbers.");
        }
        return Said.isNothing(said) ? null : said.asText();
    }

    private static @Nullable String names(JsonNode said) {
        if (Said.isNothing(said)) {
            return null;
        }
        if (!said.isArray()) {
            throw ScimType.INVALID_VALUE.fault("attributes and excludedAttributes are lists of names.");
        }
        return StreamSupport.stream(said.spliterator(), false)
                .map(JsonNode::asText)
                .collect(Collectors.joining(","));
    }
}
