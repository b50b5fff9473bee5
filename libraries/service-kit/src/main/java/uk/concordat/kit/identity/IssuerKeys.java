package uk.concordat.kit.identity;

import io.quarkus.oidc.runtime.OidcProvider;
import io.quarkus.oidc.runtime.TenantConfigBean;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Asks the servers of issuers for their keys anew, so that one that was withdrawn is not trusted for long. While a server
 * is away, those of it that are known go on.
 */
@ApplicationScoped
public class IssuerKeys {

    private static final Logger LOG = Logger.getLogger(IssuerKeys.class);

    /** The extension asks anew when it meets a token that no known key fits; this is one. */
    private static final String FITTED_BY_NO_KEY = "";

    private final Issuers issuers;
    private final TenantConfigBean tenants;

    public IssuerKeys(Issuers issuers, TenantConfigBean tenants) {
        this.issuers = issuers;
        this.tenants = tenants;
    }

    @Scheduled(every = "{concordat.identity.refresh}", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void refresh() {
        issuers.all()
                .filter(issuer -> issuer.settings().key().isEmpty())
                .forEach(issuer -> connected(issuer).ifPresent(provider -> refresh(issuer, provider)));
    }

    /** Who has sent no token yet has none that could be withdrawn. */
    private Optional<OidcProvider> connected(TrustedIssuer issuer) {
        return Optional.ofNullable(tenants.getDynamicTenant(issuer.name())).map(tenant -> tenant.provider());
    }

    private static void refresh(TrustedIssuer issuer, OidcProvider provider) {
        provider.refreshJwksAndVerifyJwtToken(FITTED_BY_NO_KEY, true, false, null)
                .subscribe()
                .with(_ -> {}, outcome -> {
                    if (!(outcome instanceof InvalidJwtException)) {
                        LOG.warnf(
                                "The keys of the issuer %s cannot be asked for; those that are known go on: %s",
                                issuer.name(), outcome);
                    }
                });
    }
}
