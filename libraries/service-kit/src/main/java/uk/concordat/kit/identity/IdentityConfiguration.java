package uk.concordat.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import java.util.Set;

/** Which issuers are trusted, and for whom each may speak. */
@ConfigMapping(prefix = "concordat.identity")
public interface IdentityConfiguration {

    /** By a name of the operator's choice. */
    Map<String, Issuer> issuers();

    /** A trusted issuer of tokens. */
    interface Issuer {

        /** The value of the token's {@code iss}. */
        String issuer();

        /** The councils for whose people this issuer may speak. */
        Set<String> councils();

        /** Whether it may name operators. */
        @WithDefault("false")
        boolean operators();
    }
}
