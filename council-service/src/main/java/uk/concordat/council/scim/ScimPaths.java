package uk.concordat.council.scim;

import com.unboundid.scim2.common.Path;
import com.unboundid.scim2.common.exceptions.ScimException;
import uk.concordat.kit.problem.MalformedRequest;

/** Paths to resources, and to attributes as requests write them. */
final class ScimPaths {

    /** Of a resource within its kind: what begins with a dot is none. */
    static final String ID = "/{id: [^./][^/]*}";

    private static final int LONGEST = 1_000;

    private ScimPaths() {}

    /** Without the schema that every resource of a kind has; what follows another schema stays after it. */
    static String withoutCore(String path, String core) {
        return path.regionMatches(true, 0, core + ":", 0, core.length() + 1) ? path.substring(core.length() + 1) : path;
    }

    /** @throws MalformedRequest if it is no path to an attribute */
    static Path read(String path) {
        if (path.length() > LONGEST) {
            throw ScimType.INVALID_PATH.fault("The path has more than %d characters.".formatted(LONGEST));
        }
        try {
            Path read = Path.fromString(path);
            if (read.size() == 0) {
                throw ScimType.INVALID_PATH.fault("The path names no attribute.");
            }
            return read;
        } catch (MalformedRequest wrong) {
            throw wrong;
        } catch (ScimException | RuntimeException wrong) {
            // Over some nonsense the parser stumbles without saying what is wrong with it.
            throw ScimType.INVALID_PATH.fault(
                    "The path cannot be read; write it as emails[type eq \"work\"].value is.");
        }
    }
}
