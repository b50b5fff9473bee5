package uk.concordat.enquiry.rest;

/** Bodies that the API page shows; a test sends each of them. */
final class Examples {

    static final String OWN = """
            {"kind":"question","subject":"Street lighting","text":"When will the lamps in Moor Lane be mended?",
             "factual":true,"capacity":"ward","channel":"portal","addressee":"officer-1"}""";

    static final String LOGGED = """
            {"kind":"question","subject":"Street lighting","text":"When will the lamps in Moor Lane be mended?",
             "factual":true,"capacity":"ward","channel":"telephone","addressee":"officer-1",
             "onBehalfOf":"member-red-1","receivedAt":"2026-11-24T09:15:00Z"}""";

    static final String LETTER = "{\"text\":\"Thank you. I have asked the contractor and will answer in full.\"}";

    static final String WITHDRAWAL = "{\"reason\":\"The lamps have been mended.\"}";

    private Examples() {}
}
