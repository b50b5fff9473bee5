package uk.concordat.enquiry.http;

import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.util.Map;

/** Each act with a body that it takes, and an enquiry in a state that takes it. */
final class Acts {

    private Acts() {}

    static String body(String act) {
        return switch (act) {
            case "acknowledgement", "response", "follow-up" -> "{\"text\":\"Words.\"}";
            case "holding-reply" -> "{\"text\":\"Words.\",\"reasons\":\"Illness.\"}";
            case "timescale" -> "{\"replyBy\":\"2027-02-12\",\"explanation\":\"Illness.\"}";
            case "assignment" -> "{\"officer\":\"officer-3\"}";
            case "reopening" -> "{\"reason\":\"A question is open.\"}";
            case "closure", "withdrawal" -> "{}";
            default -> throw new IllegalArgumentException(act);
        };
    }

    /**
     * An act that would be taken.
     *
     * @param who may do it, and sees the enquiry before and after
     */
    record Ready(String act, String council, String who, Response enquiry) {

        Response send() {
            return OverHttp.act(council, who, enquiry, act, body(act));
        }

        Response send(String body) {
            return OverHttp.act(council, who, enquiry, act, body);
        }

        /** The same, for a test that sets its own headers. */
        Response send(Map<String, String> headers) {
            RequestSpecification request = OverHttp.as(council, who).body(body(act));
            headers.forEach(request::header);
            return request.post("/enquiries/{id}/{act}", OverHttp.id(enquiry), act);
        }
    }

    static Ready ready(String act) {
        return switch (act) {
            case "timescale" -> new Ready(act, "harlow", "officer-1", promised());
            case "follow-up" -> inCity(act, "member-red-1", answered());
            case "reopening", "closure" -> inCity(act, "officer-1", answered());
            case "withdrawal" -> inCity(act, "member-red-1", OverHttp.received());
            case "assignment" -> inCity(act, "director-1", OverHttp.received());
            default -> inCity(act, "officer-1", OverHttp.received());
        };
    }

    private static Ready inCity(String act, String who, Response enquiry) {
        return new Ready(act, OverHttp.COUNCIL, who, enquiry);
    }

    private static Response answered() {
        Response answered = OverHttp.act("officer-1", OverHttp.received(), "response", OverHttp.letter("Done."));
        answered.then().statusCode(200);
        return answered;
    }

    private static Response promised() {
        Response asked =
                OverHttp.as("harlow", "member-red-1").body(OverHttp.own()).post("/enquiries");
        Response promised = OverHttp.act(
                "harlow", "officer-1", asked, "acknowledgement", Map.of("text", "Seen.", "replyBy", "2027-01-15"));
        promised.then().statusCode(200);
        return promised;
    }
}
