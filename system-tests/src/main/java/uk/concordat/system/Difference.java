package uk.concordat.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collection;
import java.util.HashSet;
import java.util.Set;

/** Compares many things and, where they differ, names only those that do. */
final class Difference {

    private Difference() {}

    /** That two collections hold the same, each thing once. */
    static void none(String of, Collection<?> found, Collection<?> expected) {
        assertThat(without(expected, found)).as("%s: missing", of).isEmpty();
        assertThat(without(found, expected)).as("%s: too much", of).isEmpty();
        assertThat(found).as("%s: doubles", of).hasSameSizeAs(Set.copyOf(found));
    }

    static Set<Object> without(Collection<?> all, Collection<?> those) {
        Set<Object> left = new HashSet<>(all);
        left.removeAll(Set.copyOf(those));
        return left;
    }
}
