package uk.concordat.kit.council;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import uk.concordat.eventsourcing.store.StoredJson;

/** How the councils' documents are read. They change only by adding, so what a newer council-service adds is passed over. */
final class DocumentJson {

    private DocumentJson() {}

    static ObjectMapper mapper() {
        return StoredJson.mapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }
}
