package uk.concordat.kit.identity;

import io.quarkus.oidc.OidcRequestContext;
import io.quarkus.oidc.OidcTenantConfig;
import io.quarkus.oidc.TenantConfigResolver;
import io.quarkus.oidc.common.runtime.OidcCommonUtils;
import io.quarkus.oidc.runtime.OidcTenantConfig.ApplicationType;
import io.quarkus.security.AuthenticationFailedException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.Claims;
import org.jspecify.annotations.Nullable;

/**
 * Chooses by the {@code iss} of a token by whose keys it is verified. What it says there is not believed yet: another
 * issuer's keys do not fit it.
 */
@ApplicationScoped
public class IssuerTenants implements TenantConfigResolver {

    /** However many tokens name a key that is not known, their issuer is asked for its keys no more often. */
    private static final Duration BETWEEN_UNKNOWN_KEYS = Duration.ofSeconds(1);

    private final Map<String, OidcTenantConfig> tenants;

    public IssuerTenants(Issuers issuers) {
        this.tenants = issuers.all()
                .collect(Collectors.toMap(issuer -> issuer.settings().issuer(), IssuerTenants::tenant));
    }

    /** Nothing for whoever sends no token; a failure for whoever sends one of nobody who is trusted. */
    @Override
    public Uni<OidcTenantConfig> resolve(RoutingContext context, OidcRequestContext<OidcTenantConfig> request) {
        return TokenForm.bearer(context.request().getHeader(HttpHeaders.AUTHORIZATION))
                .map(token -> issuer(token)
                        .flatMap(issuer -> Optional.ofNullable(tenants.get(issuer)))
                        .map(tenant -> Uni.createFrom().item(tenant))
                        .orElseGet(() -> Uni.createFrom().failure(new AuthenticationFailedException())))
                .orElseGet(() -> Uni.createFrom().nullItem());
    }

    private static Optional<String> issuer(String token) {
        try {
            @Nullable JsonObject claims = OidcCommonUtils.decodeJwtContent(token);
            return Optional.ofNullable(claims)
                    .map(content -> content.getValue(Claims.iss.name()))
                    .map(Object::toString);
        } catch (DecodeException noJson) {
            return Optional.empty();
        }
    }

    private static OidcTenantConfig tenant(TrustedIssuer issuer) {
        var settings = issuer.settings();
        var tenant = OidcTenantConfig.builder().tenantId(issuer.name()).applicationType(ApplicationType.SERVICE);
        settings.key().ifPresent(tenant::publicKey);
        settings.server().ifPresent(tenant::authServerUrl);
        settings.jwks()
                .ifPresent(address ->
                        tenant.authServerUrl(address).discoveryEnabled(false).jwksPath(address));
        return tenant.token()
                .issuer(settings.issuer())
                .audience(settings.audience())
                .forcedJwkRefreshInterval(BETWEEN_UNKNOWN_KEYS)
                .allowJwtIntrospection(false)
                .allowOpaqueTokenIntrospection(false)
                .end()
                .build();
    }
}
