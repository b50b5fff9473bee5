package uk.concordat.council.domain;

/** Whose word counts where the council's files and its directory both speak of a person. */
public enum PeopleMaster {
    /** The files: a directory adds what only it knows. */
    CSV,

    /** The directory, over SCIM: the files add what only they know. */
    SCIM
}
