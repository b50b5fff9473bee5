package uk.concordat.kit.reading;

import com.fasterxml.jackson.annotation.JsonInclude;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;
import uk.concordat.kit.problem.MalformedRequest;

/**
 * A page of a list.
 *
 * @param next what to send as {@code after} for the next page; absent on the last
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record Page<T>(
        List<T> items,
        @Schema(implementation = String.class) Optional<String> next) {

    private static final int DEFAULT = 50;
    private static final int MOST = 200;

    /** Which page is asked for. */
    public record Asked(int limit, Optional<UUID> after) {

        /** @throws MalformedRequest if the limit is no number above 0, or {@code after} is no id */
        public static Asked of(@Nullable String limit, @Nullable String after) {
            if (limit != null && !limit.matches("[1-9][0-9]{0,8}")) {
                throw new MalformedRequest("bad-limit", "limit is a whole number from 1; more than 200 counts as 200.");
            }
            Optional<UUID> from = Optional.ofNullable(after)
                    .map(id -> Ids.parse(id)
                            .orElseThrow(() -> new MalformedRequest(
                                    "bad-after", "after is the value of next from the page before.")));
            return new Asked(limit == null ? DEFAULT : Math.min(MOST, Integer.parseInt(limit)), from);
        }

        /** One more than asked for: whether it is there tells whether there is a next page. */
        public int toRead() {
            return limit + 1;
        }
    }

    /** The answer that has this page as its body, which nobody may keep on the way. */
    public RestResponse<Page<T>> answered() {
        return RestResponse.ResponseBuilder.ok(this)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .build();
    }

    /** The page that these rows, one more than asked for where there are more, make. */
    public static <R, T> Page<T> of(List<R> rows, Asked asked, Function<R, T> show, Function<R, UUID> id) {
        boolean more = rows.size() > asked.limit();
        List<R> shown = more ? rows.subList(0, asked.limit()) : rows;
        return new Page<>(
                shown.stream().map(show).toList(),
                more ? Optional.of(id.apply(shown.getLast()).toString()) : Optional.empty());
    }
}
