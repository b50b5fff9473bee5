package uk.concordat.kit.traces;

import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.context.Context;
import io.opentelemetry.sdk.trace.ReadWriteSpan;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SpanProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Addresses name people: SCIM's {@code filter=userName eq "ann"}, {@code /people/ann}. Spans go where their keepers see
 * no reason to guard names, so that a span keeps of an address only what no caller chooses: the names of parameters, and
 * where the path begins. All of the path but people's parts is in {@code http.route}.
 */
@ApplicationScoped
public class WithoutNames implements SpanProcessor {

    private static final AttributeKey<String> QUERY = AttributeKey.stringKey("url.query");
    private static final AttributeKey<String> PATH = AttributeKey.stringKey("url.path");
    private static final AttributeKey<String> WHOLE = AttributeKey.stringKey("url.full");
    private static final String LEFT_OUT = "REDACTED";
    private static final Pattern NAMED = Pattern.compile("[A-Za-z][A-Za-z.-]{0,39}=.*");

    @Override
    public void onStart(Context parent, ReadWriteSpan span) {
        Optional.ofNullable(span.getAttribute(QUERY)).ifPresent(query -> span.setAttribute(QUERY, ofQuery(query)));
        Optional.ofNullable(span.getAttribute(PATH)).ifPresent(path -> span.setAttribute(PATH, ofPath(path)));
        Optional.ofNullable(span.getAttribute(WHOLE)).ifPresent(url -> span.setAttribute(WHOLE, ofUrl(url)));
    }

    static String ofQuery(String query) {
        return Arrays.stream(query.split("&", -1))
                .map(parameter -> NAMED.matcher(parameter).matches()
                        ? parameter.substring(0, parameter.indexOf('=') + 1) + LEFT_OUT
                        : LEFT_OUT)
                .collect(Collectors.joining("&"));
    }

    static String ofPath(String path) {
        int second = path.indexOf('/', 1);
        return second < 0 ? path : path.substring(0, second + 1) + LEFT_OUT;
    }

    static String ofUrl(String url) {
        int query = url.indexOf('?');
        return query < 0 ? url : url.substring(0, query + 1) + ofQuery(url.substring(query + 1));
    }

    @Override
    public boolean isStartRequired() {
        return true;
    }

    @Override
    public void onEnd(ReadableSpan span) {
        // An ended span is not changed.
    }

    @Override
    public boolean isEndRequired() {
        return false;
    }
}
