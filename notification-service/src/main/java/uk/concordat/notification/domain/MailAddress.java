package uk.concordat.notification.domain;

import java.util.Optional;
import java.util.regex.Pattern;

/** An address that mail can be sent to as it stands. */
public record MailAddress(String value) {

    private static final int LONGEST = 254;

    // Printable ASCII without what has a meaning in a header, so that no address can end a line or name a second one.
    private static final Pattern FORM =
            Pattern.compile("[A-Za-z0-9!#$%&'*+/=?^_`{|}~.-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,251}[A-Za-z0-9])?");

    public MailAddress {
        if (!isOne(value)) {
            throw new IllegalArgumentException("No address that mail can be sent to");
        }
    }

    /** The address; empty for a text that is none, such as one with a line break. */
    public static Optional<MailAddress> of(String text) {
        return isOne(text) ? Optional.of(new MailAddress(text)) : Optional.empty();
    }

    private static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
