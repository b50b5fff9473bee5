package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.ValueNode;
import com.unboundid.scim2.common.exceptions.ScimException;
import com.unboundid.scim2.common.filters.AndFilter;
import com.unboundid.scim2.common.filters.CombiningFilter;
import com.unboundid.scim2.common.filters.ComplexValueFilter;
import com.unboundid.scim2.common.filters.EqualFilter;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.NotFilter;
import com.unboundid.scim2.common.utils.FilterEvaluator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Filters of lists as requests write them (RFC 7644, 3.4.2.2). */
final class ScimFilters {

    /** Entra ID writes {@code emails[type eq "work"].value eq "x"}, which RFC 7644 has in the brackets. */
    private static final Pattern PART_OF_CHOSEN = Pattern.compile(
            "(?<of>[A-Za-z0-9]+)\\[(?<chosen>[^\\]]++)]\\.(?<part>[A-Za-z0-9]+ +[a-z]{2} +(?:\"(?:[^\"\\\\]++|\\\\.)*+\"|[^ )]++))",
            Pattern.CASE_INSENSITIVE);

    private static final int LONGEST = 2_000;
    private static final int MOST = 20;

    private ScimFilters() {}

    /** @param core the schema that all resources asked for have */
    static Optional<Filter> read(@Nullable String filter, String core) {
        if (filter == null || filter.isBlank()) {
            return Optional.empty();
        }
        if (filter.length() > LONGEST) {
            throw ScimType.TOO_MANY.fault("A filter has at most %d characters.".formatted(LONGEST));
        }
        String withoutCore = Pattern.compile(core + ":", Pattern.LITERAL | Pattern.CASE_INSENSITIVE)
                .matcher(filter)
                .replaceAll("");
        Filter read = parsed(PART_OF_CHOSEN.matcher(withoutCore).replaceAll("${of}[(${chosen}) and ${part}]"));
        if (comparisons(read) > MOST) {
            throw ScimType.TOO_MANY.fault("A filter makes at most %d comparisons.".formatted(MOST));
        }
        return Optional.of(ComparedValues.meant(read));
    }

    private static Filter parsed(String filter) {
        try {
            return Filter.fromString(filter);
        } catch (ScimException | RuntimeException wrong) {
            // Over some nonsense the parser stumbles without saying what is wrong with it.
            throw ScimType.INVALID_FILTER.fault("The filter cannot be read; write it as userName eq \"ann\" is.");
        }
    }

    private static int comparisons(Filter filter) {
        return switch (filter) {
            case CombiningFilter several ->
                several.getCombinedFilters().stream()
                        .mapToInt(ScimFilters::comparisons)
                        .sum();
            case NotFilter not -> comparisons(Objects.requireNonNull(not.getInvertedFilter()));
            case ComplexValueFilter value -> 1 + comparisons(value.getValueFilter());
            default -> 1;
        };
    }

    static boolean holds(Filter filter, ObjectNode resource) {
        try {
            return FilterEvaluator.evaluate(filter, resource);
        } catch (ScimException | RuntimeException wrong) {
            throw ScimType.INVALID_FILTER.fault("The filter compares what cannot be compared.");
        }
    }

    /** What an attribute is in all that the filter lets through, if it says. */
    static Optional<String> equal(Filter filter, String attribute) {
        return switch (filter) {
            case AndFilter all ->
                all.getCombinedFilters().stream()
                        .flatMap(part -> equal(part, attribute).stream())
                        .findFirst();
            case EqualFilter equal
            when String.valueOf(equal.getAttributePath()).equalsIgnoreCase(attribute) ->
                Optional.ofNullable(equal.getComparisonValue())
                        .filter(ValueNode::isTextual)
                        .map(ValueNode::textValue);
            default -> Optional.empty();
        };
    }
}
