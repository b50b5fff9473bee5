package uk.concordat.council.scim;

import com.unboundid.scim2.common.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What becomes of an attribute of a user that a path names. */
enum UserAttribute {
    /** It is known and kept. */
    KEPT,

    /** It is one of SCIM's, and the council has no use for it. */
    NOT_KEPT,

    /** It is the council's to say. */
    READ_ONLY;

    private static final Map<String, Set<String>> KEPT_OF_USERS = Map.of(
            "username", Set.of(),
            "externalid", Set.of(),
            "displayname", Set.of(),
            "usertype", Set.of(),
            "active", Set.of(),
            "name", Set.of("formatted", "familyname", "givenname", "middlename", "honorificprefix", "honorificsuffix"),
            "emails", Set.of("value", "type", "primary", "display", "$ref"));

    private static final Map<String, Set<String>> KEPT_OF_THE_EXTENSION = Map.of(
            "employeenumber", Set.of(),
            "department", Set.of(),
            "manager", Set.of("value", "displayname", "$ref"));

    private static final Set<String> NOT_KEPT_OF_USERS = Set.of(
            "schemas",
            "nickname",
            "profileurl",
            "title",
            "preferredlanguage",
            "locale",
            "timezone",
            "password",
            "phonenumbers",
            "ims",
            "photos",
            "addresses",
            "entitlements",
            "roles",
            "x509certificates");

    private static final Set<String> NOT_KEPT_OF_THE_EXTENSION = Set.of("costcenter", "organization", "division");

    private static final Set<String> READ_ONLY_OF_USERS = Set.of("id", "meta", "groups");

    /** Empty where there is no such attribute. */
    static Optional<UserAttribute> at(Path path) {
        boolean extension = path.getSchemaUrn() != null;
        String attribute = folded(path.getElement(0).getAttribute());
        if ((extension ? NOT_KEPT_OF_THE_EXTENSION : NOT_KEPT_OF_USERS).contains(attribute)) {
            return Optional.of(NOT_KEPT);
        }
        if (!extension && READ_ONLY_OF_USERS.contains(attribute)) {
            return Optional.of(READ_ONLY);
        }
        return Optional.ofNullable((extension ? KEPT_OF_THE_EXTENSION : KEPT_OF_USERS).get(attribute))
                .filter(parts -> isWellFormed(path, attribute, parts))
                .map(_ -> KEPT);
    }

    private static boolean isWellFormed(Path path, String attribute, Set<String> parts) {
        boolean hasFilter = path.getElement(0).getValueFilter() != null;
        return (!hasFilter || attribute.equals("emails"))
                && path.size() <= 2
                && (path.size() == 1
                        || path.getElement(1).getValueFilter() == null
                                && parts.contains(folded(path.getElement(1).getAttribute())));
    }

    static boolean isAt(Path path, String attribute) {
        return folded(path.getElement(0).getAttribute()).equals(folded(attribute));
    }

    private static String folded(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
