package uk.concordat.protocols.authority;

/** What a token makes of its caller. It counts as one of these at most; all else that it claims counts for nothing. */
public enum CallerKind {
    /** A member or officer of a council, in office today. */
    PERSON,
    /** Who runs the system, and belongs to no council. */
    OPERATOR,
    /** A program of a council, which has no person and no posts, and may do what its scopes say. */
    INTEGRATION
}
