package uk.concordat.eventsourcing.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A parked record as a row of its table. */
final class ParkedRows {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<Map<String, String>> HEADERS = new TypeReference<>() {};

    private ParkedRows() {}

    static ParkedTable.Parked read(ResultSet row) throws SQLException {
        Place place = new Place(row.getString("source"), row.getString("subject"), row.getLong("sequence"));
        @Nullable Integer partition = row.getObject("topic_partition", Integer.class);
        @Nullable Long offset = row.getObject("topic_offset", Long.class);
        return new ParkedTable.Parked(
                row.getObject("id", UUID.class),
                place,
                new IncomingRecord(
                        row.getString("topic"),
                        partition == null ? -1 : partition,
                        offset == null ? -1 : offset,
                        place.subject(),
                        readHeaders(row.getString("headers")),
                        row.getBytes("value")));
    }

    static String write(Map<String, String> headers) {
        try {
            return JSON.writeValueAsString(headers);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalArgumentException("Headers cannot be written as JSON", unwritable);
        }
    }

    static Map<String, String> readHeaders(String headers) {
        try {
            return JSON.readValue(headers, HEADERS);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("Parked headers are not JSON", broken);
        }
    }
}
