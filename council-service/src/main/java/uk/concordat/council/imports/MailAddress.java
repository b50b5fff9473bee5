package uk.concordat.council.imports;

import java.util.regex.Pattern;

/** The form of a mailbox's address: a dot-atom at a domain of at least two labels (RFC 5321, without quoted local parts and address literals). */
public final class MailAddress {

    private static final Pattern FORM = Pattern.compile("(?=[^@]{1,64}@)ATOM(\\.ATOM)*@(LABEL\\.)+LABEL"
            .replace("ATOM", "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+")
            .replace("LABEL", "[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?"));

    private MailAddress() {}

    public static boolean isOne(String value) {
        return FORM.matcher(value).matches();
    }
}
