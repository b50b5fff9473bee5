package uk.concordat.kit.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which issuers are trusted, by which keys each is verified, and for whom each may speak. */
@ConfigMapping(prefix = "concordat.identity")
public interface IdentityConfiguration {

    /** By a name of the operator's choice. */
    Map<String, Issuer> issuers();

    /** How often servers are asked for their keys; for so long at most a withdrawn key is still trusted. */
    @WithDefault("60s")
    Duration refresh();

    /** A trusted issuer of tokens. Its keys are found in exactly one of three ways. */
    interface Issuer {

        /** The value of the token's {@code iss}. */
        String issuer();

        /** One that a token must name in its {@code aud}. */
        @WithDefault("concordat")
        String audience();

        /** The address below which the provider has its {@code .well-known/openid-configuration}. */
        Optional<String> server();

        /** The address of its key set, where it describes itself nowhere. */
        Optional<String> jwks();

        /** Its public key, PEM or its Base64, where it has no server. */
        Optional<String> key();

        /** The councils for whose people this issuer may speak; {@code *} for every one that no other issuer names. */
        Set<String> councils();

        /** The council of its tokens that name none, where it has one council, as a council's own directory does. */
        Optional<String> council();

        /** Whether it may name operators. */
        @WithDefault("false")
        boolean operators();

        Claims claims();
    }

    /** Where its tokens say what is read of them, as {@link ClaimPath}s; of several the first that is there. */
    interface Claims {

        /** The name under which a council knows a person. */
        @WithDefault("preferred_username,upn")
        List<String> person();

        @WithDefault("council")
        String council();

        /** Where {@code operator} stands, in the token of somebody who runs the system. */
        @WithDefault("groups")
        String operator();

        /** What an integration has been granted: words with spaces between, or a list. */
        @WithDefault("scope,scp")
        List<String> scopes();

        /**
         * What is said only in a token that a program got in its own name, as {@link ClaimSaid}s, any of which will do. Where
         * none is given, such a token is about its own client: its {@code sub} is what it calls that (RFC 9068, 2.2).
         */
        Optional<List<String>> integration();
    }
}
