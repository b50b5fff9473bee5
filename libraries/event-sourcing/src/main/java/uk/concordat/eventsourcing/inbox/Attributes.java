package uk.concordat.eventsourcing.inbox;

import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * The attributes of a CloudEvent as an operator may see them and a log may keep them: those that a service writes, each in
 * the form in which it writes it. What a stranger has put in their place may be anybody's words.
 */
final class Attributes {

    private static final String UUID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";
    private static final String NAME = "[a-z0-9][a-z0-9-]{0,59}";
    private static final String PLACE_ON_TOPIC = "[a-z0-9._-]{1,200}-[0-9]{1,9}(@[0-9]{1,18})?";

    private static final Map<String, Pattern> FORMS = Map.of(
            "ce_specversion", Pattern.compile("[0-9.]{1,5}"),
            "ce_id", Pattern.compile(UUID),
            "ce_source", Pattern.compile("(/" + NAME + "){1,5}|" + PLACE_ON_TOPIC),
            "ce_type", Pattern.compile("(" + NAME + "\\.){1,6}v[0-9]{1,4}"),
            "ce_subject", Pattern.compile(NAME + "(/" + NAME + "){0,3}|" + PLACE_ON_TOPIC),
            "ce_time", Pattern.compile("[0-9TZ:.+-]{10,40}"),
            "ce_sequence", Pattern.compile("[0-9]{1,18}"),
            "ce_traceparent", Pattern.compile("[0-9a-f-]{55}"));

    private Attributes() {}

    /** Those among a record's headers that may be seen. */
    static Map<String, String> of(Map<String, String> headers) {
        Map<String, String> seen = new TreeMap<>(headers);
        seen.entrySet().removeIf(header -> !isInForm(header.getKey(), header.getValue()));
        return seen;
    }

    /** The value of an attribute, or how long it is. */
    static String shown(String attribute, String value) {
        return isInForm(attribute, value) ? value : "(%d characters)".formatted(value.length());
    }

    private static boolean isInForm(String attribute, String value) {
        Pattern form = FORMS.get(attribute);
        return form != null && form.matcher(value).matches();
    }
}
