package uk.concordat.kit.authority;

/** How an operation of an API says which lines of its service's table of authority it stands under. */
public final class AuthorityLines {

    /** The operation's extension; of several lines the codes stand with a space between. */
    public static final String EXTENSION = "x-authority";

    private AuthorityLines() {}
}
