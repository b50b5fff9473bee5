package uk.concordat.eventsourcing.inbox;

/** The name of a field as an operator may see it. One that is no plain name may be anybody's words. */
final class FieldName {

    private static final String PLAIN = "[a-z][A-Za-z0-9_-]{0,39}";

    private FieldName() {}

    static String shown(String name) {
        return name.matches(PLAIN) ? name : "(a name of %d characters)".formatted(name.length());
    }
}
