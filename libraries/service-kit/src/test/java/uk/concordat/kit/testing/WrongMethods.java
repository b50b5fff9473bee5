package uk.concordat.kit.testing;

import static io.restassured.RestAssured.given;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a running service answers to a method that a path of its does not take. */
public final class WrongMethods {

    private static final List<String> RARE_FIRST = List.of("DELETE", "PATCH", "PUT", "POST", "GET");

    private WrongMethods() {}

    /** Asks every path by a method that it does not take, and is told those that it does. */
    public static void areToldTheRightOnes(String token) {
        Map<String, TreeSet<String>> methods = DescribedOperation.all().stream()
                .collect(groupingBy(
                        DescribedOperation::path, mapping(DescribedOperation::method, toCollection(TreeSet::new))));
        assertThat(methods).isNotEmpty().allSatisfy((path, described) -> {
            String wrong = RARE_FIRST.stream()
                    .filter(method -> !described.contains(method))
                    .findFirst()
                    .orElseThrow();
            Response answer = given().auth().oauth2(token).request(wrong, path.replaceAll("\\{[^}]+}", "any"));
            assertThat(answer.statusCode()).as("%s %s", wrong, path).isEqualTo(405);
            assertThat(answer.header("Allow")).as("%s %s", wrong, path).isEqualTo(String.join(", ", all(described)));
        });
    }

    /** With those that are answered wherever others are. */
    private static Set<String> all(Set<String> described) {
        Set<String> all = new TreeSet<>(described);
        all.add("OPTIONS");
        if (described.contains("GET")) {
            all.add("HEAD");
        }
        return all;
    }
}
