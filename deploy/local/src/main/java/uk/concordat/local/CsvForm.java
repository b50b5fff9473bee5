package uk.concordat.local;

import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** CSV files as the parts of one form (RFC 7578), each under its own name. */
record CsvForm(String boundary, Map<String, String> parts) {

    CsvForm(Map<String, String> parts) {
        this("concordat-" + UUID.randomUUID(), parts);
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    String body() {
        return parts.entrySet().stream()
                .map(part ->
                        "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\nContent-Type: text/csv; charset=UTF-8\r\n\r\n%s\r\n"
                                .formatted(boundary, part.getKey(), part.getValue()))
                .collect(Collectors.joining("", "", "--" + boundary + "--\r\n"));
    }
}
