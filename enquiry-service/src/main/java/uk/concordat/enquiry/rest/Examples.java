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

    static final String ACKNOWLEDGEMENT =
            "{\"text\":\"Thank you. I have asked the contractor and will answer in full.\"}";
    static final String HOLDING_REPLY = """
            {"text":"It takes longer than we thought.","reasons":"The contractor has not reported yet."}""";
    static final String TIMESCALE = """
            {"replyBy":"2027-02-12","explanation":"The contractor has been ill."}""";
    static final String ASSIGNMENT = "{\"officer\":\"officer-2\",\"reason\":\"It is a matter of housing.\"}";
    static final String FOLLOW_UP = "{\"text\":\"And when will those in Fore Street be mended?\"}";
    static final String REOPENING = "{\"reason\":\"The answer left a question open.\"}";
    static final String CLOSURE = "{\"reason\":\"The member is content.\"}";
    static final String WITHDRAWAL = "{\"reason\":\"The lamps have been mended.\"}";

    private Examples() {}
}
