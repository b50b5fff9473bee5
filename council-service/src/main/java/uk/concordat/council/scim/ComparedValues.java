package uk.concordat.council.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.filters.AndFilter;
import com.unboundid.scim2.common.filters.EqualFilter;
import com.unboundid.scim2.common.filters.Filter;
import com.unboundid.scim2.common.filters.NotFilter;
import com.unboundid.scim2.common.filters.OrFilter;
import java.util.List;
import java.util.Objects;

/**
 * Filters that compare with an attribute of several parts mean its {@code value} (RFC 7643, 2.4). Entra ID asks by
 * {@code id eq "…" and members eq "…"} who is in a group, and by {@code manager eq "…"} whose manager somebody is.
 */
final class ComparedValues {

    private static final Path MANAGER = Path.root(UserDocument.ENTERPRISE).attribute("manager");
    private static final List<Path> OF_PARTS =
            List.of(Path.root().attribute("members"), Path.root().attribute("emails"), MANAGER);

    private ComparedValues() {}

    static Filter meant(Filter filter) {
        return switch (filter) {
            case AndFilter all -> Filter.and(meant(all.getCombinedFilters()));
            case OrFilter any -> Filter.or(meant(any.getCombinedFilters()));
            case NotFilter not -> Filter.not(meant(Objects.requireNonNull(not.getInvertedFilter())));
            case EqualFilter equal ->
                Filter.eq(
                        meant(Objects.requireNonNull(equal.getAttributePath())),
                        Objects.requireNonNull(equal.getComparisonValue()));
            default -> filter;
        };
    }

    private static List<Filter> meant(List<Filter> several) {
        return several.stream().map(ComparedValues::meant).toList();
    }

    private static Path meant(Path path) {
        Path whole =
                path.getSchemaUrn() == null && UserAttribute.isAt(path, "manager") && path.size() == 1 ? MANAGER : path;
        boolean hasParts =
                OF_PARTS.stream().anyMatch(known -> String.valueOf(known).equalsIgnoreCase(String.valueOf(whole)));
        return hasParts ? whole.attribute("value") : whole;
    }
}
