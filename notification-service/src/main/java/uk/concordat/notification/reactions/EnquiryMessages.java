package uk.concordat.notification.reactions;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The types of messages of enquiries whose mentions of deadlines this build knows how to read. */
public final class EnquiryMessages {

    public static final Set<String> KNOWN = Stream.of(
                    "received",
                    "put-to-member",
                    "acknowledged",
                    "holding-reply-sent",
                    "reply-promised",
                    "timescale-revised",
                    "assigned",
                    "answered",
                    "followed-up",
                    "reopened",
                    "closed",
                    "withdrawn",
                    "departed",
                    "deadline-breached",
                    "deadline-spared",
                    "deadline-moved",
                    "deadline-annulled")
            .map("uk.concordat.enquiry.%s.v1"::formatted)
            .collect(Collectors.toUnmodifiableSet());

    private EnquiryMessages() {}
}
