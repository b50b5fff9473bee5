package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.unboundid.scim2.common.filters.Filter;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import uk.concordat.kit.problem.MalformedRequest;

/**
 * What a directory provisions of one kind, as a client sees it.
 *
 * @param <T> one of them, as the council knows it
 */
interface Resources<T> {

    /** Those that a filter lets through, always in the same order. */
    List<T> all(Optional<Filter> filter);

    Optional<T> find(String id);

    /** With its id and {@code meta}. */
    ObjectNode shown(T one);

    /** @throws MalformedRequest as a 404 */
    default T found(String id) {
        return find(id).orElseThrow(ScimAnswers::unknown);
    }

    /**
     * As the client has seen it, if it says how that was.
     *
     * @param versions of which it is one; none where the client asks for no version
     * @throws MalformedRequest as a 404 or a 412
     */
    default T seenBefore(String id, List<String> versions) {
        T one = found(id);
        if (!versions.isEmpty()) {
            ResourceVersion.require(versions, shown(one));
        }
        return one;
    }

    default Response listed(ScimQuery asked) {
        return ScimAnswers.shown(
                asked.page().of(all(asked.filter()), one -> asked.projection().of(shown(one))));
    }

    /** That it was, and its version then. */
    default Response changed(T one) {
        return ScimAnswers.changed(shown(one));
    }

    /** Without the resource where the client has that version already (RFC 7644, 3.14). */
    default Response answered(Request read, T one, Projection projection) {
        ObjectNode shown = shown(one);
        return Optional.ofNullable(read.evaluatePreconditions(ResourceVersion.tag(shown)))
                .map(Response.ResponseBuilder::build)
                .orElseGet(() -> ScimAnswers.resource(200, shown, projection));
    }

    default Response answered(int status, T one, Projection projection) {
        return ScimAnswers.resource(status, shown(one), projection);
    }
}
