package uk.concordat.kit.identity;

import io.quarkus.security.AuthenticationFailedException;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.Optional;
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
        bearer(request.getHeaderString(HttpHeaders.AUTHORIZATION)).ifPresent(token -> {
            if (!JWT.matcher(token).matches()) {
                throw new AuthenticationFailedException();
            }
        });
    }

    /** The token of an {@code Authorization} header, if it is of that kind. */
    static Optional<String> bearer(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .map(BEARER::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher -> matcher.group("token"));
    }
}
