package uk.concordat.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A bearer token that has not even the form of a signed JWT is not accepted, before anybody tries to read it: the OIDC
 * extension stumbles over some of those, such as {@code ....}.
 */
public final class TokenForm {

    private static final Pattern BEARER = Pattern.compile("Bearer\\s+(?<token>.*)", Pattern.CASE_INSENSITIVE);
    private static final Pattern JWT = Pattern.compile("[\\w-]+\\.[\\w-]+\\.[\\w-]*");

    @ServerRequestFilter(preMatching = true)
    public void check(ContainerRequestContext request) {
        @Nullable String authorization = request.getHeaderString(HttpHeaders.AUTHORIZATION);
        if (authorization == null) {
            return;
        }
        var bearer = BEARER.matcher(authorization);
        if (bearer.matches() && !JWT.matcher(bearer.group("token")).matches()) {
            throw new AuthenticationFailedException();
        }
    }
}
