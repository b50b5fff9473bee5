package uk.concordat.system.bench;

import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The files of a council of many people, a tenth of whom hold a post.
 *
 * @param edition another edition says something else of a person
 * @param renewed how many people are in that edition; the others are in the one before
 */
record CouncilFiles(int people, int edition, int renewed) {

    private static final String BOUNDARY = "concordat-" + UUID.randomUUID();

    static String contentType() {
        return "multipart/form-data; boundary=" + BOUNDARY;
    }

    String form() {
        return part("council", """
                        key,name,reference,zone,pack,packVersion,from
                        wonderland,Wonderland Council,WTC,Europe/London,,,2000-01-01
                        """)
                + part(
                        "people",
                        "username,name,kind,group,from,to,email\n"
                                + lines(
                                        people,
                                        i ->
                                                "%s,Person %d of Wonderland,officer,,2000-01-01,,person-%d.%d@wonderland.example"
                                                        .formatted(
                                                                username(i),
                                                                i,
                                                                i,
                                                                i < renewed ? edition : edition - 1)))
                + part(
                        "posts",
                        "post,title,roles,reportsTo,from,to\n"
                                + lines(
                                        people / 10,
                                        i -> "%s,Officer %d,%s,%s,2000-01-01,"
                                                .formatted(
                                                        username(i),
                                                        i,
                                                        i == 0 ? "member-services;officer" : "officer",
                                                        i == 0 ? "" : username(0))))
                + part(
                        "holders",
                        "post,username,from,to\n"
                                + lines(people / 10, i -> "%s,%s,2000-01-01,".formatted(username(i), username(i))))
                + "--" + BOUNDARY + "--\r\n";
    }

    private static String username(int number) {
        return number == 0 ? "member-services" : "person-" + number;
    }

    private static String lines(int count, IntFunction<String> line) {
        return IntStream.range(0, count).mapToObj(line).collect(Collectors.joining("\n", "", "\n"));
    }

    private static String part(String name, String csv) {
        return "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/csv; charset=UTF-8\r\n\r\n%s\r\n"
                .formatted(BOUNDARY, name, csv);
    }
}
