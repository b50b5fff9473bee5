package uk.concordat.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.function.BinaryOperator;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** What a running service shows of one council to another, on whatever paths and in whatever tables it has. */
public final class Isolation {

    private Isolation() {}

    /**
     * Asks every operation whose path names something, and finds nothing; what is for operators is so for all others,
     * whatever is there.
     *
     * @param token of one council
     * @param ofTheOther what a name in braces is of the other: its key, an id that is there
     */
    public static void findsNothing(String token, UnaryOperator<String> ofTheOther) {
        findsNothing(token, (_, parameter) -> ofTheOther.apply(parameter));
    }

    /** @param ofTheOther what a name in braces is of the other, by the path that it stands in */
    public static void findsNothing(String token, BinaryOperator<String> ofTheOther) {
        assertThat(operations())
                .filteredOn(operation -> !operation.parameters().isEmpty())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation
                                .asked(token, parameter -> ofTheOther.apply(operation.path(), parameter))
                                .statusCode())
                        .as("%s", operation)
                        .isEqualTo(isForPeople(operation) ? 404 : 403));
    }

    /** Whoever reads it of their own council finds it: what others are asked for is really there. */
    public static void findsAll(String token, BinaryOperator<String> ofTheirs, Predicate<String> paths) {
        assertThat(operations())
                .filteredOn(operation ->
                        paths.test(operation.path()) && operation.method().equals("GET"))
                .filteredOn(operation -> !operation.parameters().isEmpty())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation
                                .asked(token, parameter -> ofTheirs.apply(operation.path(), parameter))
                                .statusCode())
                        .as("%s", operation)
                        .isEqualTo(200));
    }

    /** Likewise of some paths alone, for whoever those are for. */
    public static void findsNothing(String token, UnaryOperator<String> ofTheOther, Predicate<String> paths) {
        findsNothing(token, (_, parameter) -> ofTheOther.apply(parameter), paths);
    }

    /** @param ofTheOther what a name in braces is of the other, by the path that it stands in */
    public static void findsNothing(String token, BinaryOperator<String> ofTheOther, Predicate<String> paths) {
        assertThat(operations())
                .filteredOn(operation -> paths.test(operation.path()))
                .filteredOn(operation -> !operation.parameters().isEmpty())
                .isNotEmpty()
                .allSatisfy(operation -> assertThat(operation
                                .asked(token, parameter -> ofTheOther.apply(operation.path(), parameter))
                                .statusCode())
                        .as("%s", operation)
                        .isEqualTo(404));
    }

    /** Operators have paths of their own, and so have directories. */
    private static boolean isForPeople(DescribedOperation operation) {
        return !operation.path().startsWith("/operations/") && !operation.path().startsWith("/scim/");
    }

    public static Set<String> pathsUnder(String beginning) {
        return operations().stream()
                .map(DescribedOperation::path)
                .filter(path -> path.startsWith(beginning))
                .collect(Collectors.toSet());
    }

    /** Asks every operation but those of some paths, and is refused without a look at what was asked. */
    public static void isLetInNowhereBut(Set<String> paths, String token, UnaryOperator<String> ofMine) {
        assertThat(operations())
                .filteredOn(operation -> !paths.contains(operation.path()))
                .isNotEmpty()
                .allSatisfy(
                        operation -> assertThat(operation.asked(token, ofMine).statusCode())
                                .as("%s", operation)
                                .isEqualTo(403));
    }

    /** Asks every table for all its rows without a {@code where}. */
    public static void tablesShowTheirOwn(String database, String... amongThem) {
        List<EveryTable.Seen> tables = new EveryTable(database).askedForEverything();
        assertThat(tables).extracting(EveryTable.Seen::table).contains(amongThem);
        assertThat(tables).allSatisfy(seen -> {
            assertThat(seen.ofItsOwn()).as(seen.table()).hasSize(1);
            assertThat(seen.ofAnotherCouncil()).as(seen.table()).isEmpty();
        });
    }

    private static List<DescribedOperation> operations() {
        List<DescribedOperation> operations = DescribedOperation.all();
        assertThat(operations).extracting(DescribedOperation::path).contains("/me", "/operations/{council}/acts");
        return operations;
    }
}
