package uk.concordat.notification.http;

import jakarta.mail.internet.MimeMessage;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import uk.concordat.kit.testing.ServiceUnderTest;

/** A test with somebody of Hackney who gets mail, and enquiries of whose breach they are told. */
abstract class MailedPerson extends OverHttp {

    final String username = "mailed-" + UUID.randomUUID().toString().substring(0, 8);
    final String address = username + "@hackney.example";
    Hackney hackney = Hackney.on(topic);

    @BeforeEach
    void somebodyOfHackney() {
        hackney.person(username, Optional.of(address));
        as(Hackney.KEY, username).get("/me").then().statusCode(200);
    }

    /** An enquiry of whose breach they are told. */
    Enquiry missed() {
        return enquiry(Hackney.KEY, "officer-1")
                .says("received", Mention.of("set"))
                .says("deadline-breached", Mention.of("breached").told(username, "line-manager"));
    }

    Map<String, Object> mailOf(Enquiry enquiry) {
        List<Map<String, Object>> mail = as(Hackney.KEY, username)
                .get("/notifications?limit=200")
                .then()
                .statusCode(200)
                .extract()
                .path("items.findAll { it.case.reference == '%s' }.mail".formatted(enquiry.reference()));
        return mail.getFirst();
    }

    Map<String, Object> await(Enquiry enquiry, String status) {
        eventually().until(() -> status.equals(mailOf(enquiry).get("status")));
        return mailOf(enquiry);
    }

    List<MimeMessage> arrived(Enquiry enquiry) {
        return postOffice.arrived(address, enquiry);
    }

    static void asOperator(String change) throws SQLException {
        try (Connection operator = ServiceUnderTest.database();
                Statement statement = operator.createStatement()) {
            statement.execute(change);
        }
    }
}
