package uk.concordat.enquiry.domain;

import java.util.UUID;

/** One enquiry for ever. People call it by its reference. */
public record EnquiryId(UUID value) {}
