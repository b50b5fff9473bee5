package uk.concordat.council.scim;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import uk.concordat.council.domain.DirectoryEntry;
import uk.concordat.council.imports.MailAddress;
import uk.concordat.protocols.people.Username;

/** What a directory says of a person, as a SCIM user writes it. */
final class UserDocument {

    static final String CORE = "urn:ietf:params:scim:schemas:core:2.0:User";
    static final String ENTERPRISE = "urn:ietf:params:scim:schemas:extension:enterprise:2.0:User";
    static final String WORK = "work";

    private static final Pattern USER_NAME = Pattern.compile(Username.FORM);

    private UserDocument() {}

    /** @param active where the document does not say */
    static DirectoryEntry read(ObjectNode user, boolean active) {
        Said.requireSchema(user, CORE);
        Optional<ObjectNode> enterprise = Said.object(user, ENTERPRISE);
        Optional<ObjectNode> email = email(user);
        return new DirectoryEntry(
                userName(user),
                Said.reference(user, "externalId"),
                Said.object(user, "name").map(UserDocument::name).orElse(DirectoryEntry.Name.NOT_SAID),
                Said.line(user, "displayName"),
                email.flatMap(UserDocument::address),
                email.flatMap(each -> Said.line(each, "type")),
                Said.line(user, "userType"),
                enterprise.flatMap(extension -> Said.line(extension, "employeeNumber")),
                enterprise.flatMap(extension -> Said.line(extension, "department")),
                enterprise.flatMap(UserDocument::manager),
                Said.yesOrNo(user, "active").orElse(active));
    }

    private static String userName(ObjectNode user) {
        String userName =
                Said.line(user, "userName").orElseThrow(() -> ScimType.INVALID_VALUE.fault("userName is required."));
        if (!USER_NAME.matcher(userName).matches()) {
            throw ScimType.INVALID_VALUE.fault(
                    "userName is letters, digits and . _ @ ' + # - without spaces, at most 127 of them.");
        }
        return userName;
    }

    private static DirectoryEntry.Name name(ObjectNode name) {
        return new DirectoryEntry.Name(
                Said.line(name, "formatted"), Said.line(name, "givenName"), Said.line(name, "familyName"));
    }

    /** Of several the primary one, else that of work, else the first. */
    private static Optional<ObjectNode> email(ObjectNode user) {
        List<ObjectNode> emails = new ArrayList<>();
        JsonNode said = user.path("emails");
        if (said instanceof ObjectNode only) {
            emails.add(only);
        } else if (said.isArray()) {
            for (JsonNode each : said) {
                if (!(each instanceof ObjectNode email)) {
                    throw ScimType.INVALID_VALUE.fault("emails are objects, each with a value.");
                }
                emails.add(email);
            }
        } else if (!Said.isNothing(said)) {
            throw ScimType.INVALID_VALUE.fault("emails is a list.");
        }
        return first(emails, email -> Said.yesOrNo(email, "primary").orElse(false))
                .or(() -> first(
                        emails,
                        email -> Said.line(email, "type")
                                .filter(WORK::equalsIgnoreCase)
                                .isPresent()))
                .or(() -> emails.stream().findFirst());
    }

    private static Optional<ObjectNode> first(List<ObjectNode> emails, Predicate<ObjectNode> such) {
        return emails.stream().filter(such).findFirst();
    }

    private static Optional<String> address(ObjectNode email) {
        Optional<String> address = Said.line(email, "value");
        if (address.filter(value -> !MailAddress.isOne(value)).isPresent()) {
            throw ScimType.INVALID_VALUE.fault("emails.value is an address such as ann@council.example.");
        }
        return address;
    }

    /** Entra ID writes the bare id. */
    private static Optional<String> manager(ObjectNode extension) {
        return extension.path("manager").isTextual()
                ? Said.reference(extension, "manager")
                : Said.object(extension, "manager").flatMap(manager -> Said.reference(manager, "value"));
    }

    static ObjectNode written(DirectoryEntry entry) {
        ObjectNode user = ScimJson.object();
        user.putArray("schemas").add(CORE).add(ENTERPRISE);
        put(user, "externalId", entry.externalId());
        user.put("userName", entry.userName());
        ObjectNode name = ScimJson.object();
        put(name, "formatted", entry.name().formatted());
        put(name, "familyName", entry.name().familyName());
        put(name, "givenName", entry.name().givenName());
        putUnlessEmpty(user, "name", name);
        put(user, "displayName", entry.displayName());
        put(user, "userType", entry.userType());
        user.put("active", entry.active());
        entry.email()
                .ifPresent(address -> user.putArray("emails")
                        .addObject()
                        .put("value", address)
                        .put("type", entry.emailType().orElse(WORK))
                        .put("primary", true));
        ObjectNode enterprise = ScimJson.object();
        put(enterprise, "employeeNumber", entry.employeeNumber());
        put(enterprise, "department", entry.department());
        entry.manager().ifPresent(manager -> enterprise.putObject("manager").put("value", manager));
        putUnlessEmpty(user, ENTERPRISE, enterprise);
        return user;
    }

    private static void put(ObjectNode into, String attribute, Optional<String> value) {
        value.ifPresent(text -> into.put(attribute, text));
    }

    private static void putUnlessEmpty(ObjectNode into, String attribute, ObjectNode value) {
        if (!value.isEmpty()) {
            into.set(attribute, value);
        }
    }
}
