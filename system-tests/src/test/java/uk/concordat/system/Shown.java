package uk.concordat.system;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.stream.StreamSupport;

/** What people are shown, in words short enough to compare. */
final class Shown {

    private Shown() {}

    /** Kind, day, standing and source of each date of an enquiry. */
    static List<String> dates(Portal.Answer enquiry) {
        return StreamSupport.stream(enquiry.body().required("deadlines").spliterator(), false)
                .map(each -> "%s %s %s %s"
                        .formatted(
                                each.required("kind").asText(),
                                each.required("dueOn").asText(),
                                each.required("status").asText(),
                                each.at("/basis/source").asText()))
                .toList();
    }

    /** Kind and rung of what a person was told of an enquiry, oldest first. */
    static List<String> told(Portal portal, String person, Portal.Answer enquiry, String about) {
        return portal.told(person).stream()
                .filter(each -> each.at("/case/reference").asText().equals(enquiry.text("/reference"))
                        && each.required("about").asText().equals(about))
                .map(each -> each.at("/deadline/kind").asText() + " "
                        + each.at("/deadline/rung").asInt())
                .toList();
    }

    /** What an enquiry's history tells of to a person, in its order. */
    static List<String> events(Portal portal, String person, Portal.Answer enquiry) {
        return portal.history(person, enquiry).stream()
                .map(chapter -> chapter.required("event").asText())
                .toList();
    }

    /** The rungs that an enquiry's history tells: who was told, and past which posts. */
    static List<String> rungs(Portal portal, Portal.Answer enquiry) {
        return portal.history("head-of-paid-service", enquiry).stream()
                .filter(chapter -> chapter.required("event").asText().equals("deadline-breached"))
                .map(chapter -> {
                    StringBuilder rung =
                            new StringBuilder(chapter.required("rung").asText());
                    chapter.path("told")
                            .forEach(each -> rung.append(' ')
                                    .append(each.at("/person/username").asText()));
                    chapter.path("passedOver")
                            .forEach(each -> rung.append(" past ")
                                    .append(each.required("post").asText())
                                    .append(' ')
                                    .append(each.required("why").asText()));
                    return rung.toString();
                })
                .toList();
    }

    /** What the list of enquiries shows a person. */
    static List<String> references(Portal portal, String person) {
        JsonNode items = portal.get(person, "enquiry-service", "/enquiries?limit=200")
                .body()
                .required("items");
        return StreamSupport.stream(items.spliterator(), false)
                .map(each -> each.required("reference").asText())
                .toList();
    }

    /** By which a mail is one and the same however often it is sent. */
    static String messageId(MimeMessage message) {
        try {
            return message.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
