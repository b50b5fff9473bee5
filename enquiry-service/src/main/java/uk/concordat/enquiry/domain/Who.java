package uk.concordat.enquiry.domain;

/** Whom the table of authority speaks of. */
public sealed interface Who permits Part, Standing, Granted {

    String words();
}
