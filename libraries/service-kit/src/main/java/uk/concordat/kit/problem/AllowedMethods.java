package uk.concordat.kit.problem;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.container.ContainerRequestContext;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.ClassRoutingHandler;
import org.jboss.resteasy.reactive.server.handlers.RestInitialHandler.InitialMatch;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestMatch;
import org.jboss.resteasy.reactive.server.mapping.RuntimeResource;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerRestHandler;
import org.jspecify.annotations.Nullable;

/** The methods that a path takes (RFC 9110, 10.2.1): the routing knows them, and refuses the others without telling. */
final class AllowedMethods {

    private AllowedMethods() {}

    /** In order; empty if there is no such path. */
    static Set<String> of(ContainerRequestContext asked) {
        var request = (ResteasyReactiveRequestContext)
                ((ResteasyReactiveContainerRequestContext) asked).getServerRequestContext();
        String path = request.getPathWithoutPrefix();
        var classes = new RequestMapper<>(request.getDeployment().getClassMappers());
        Set<String> allowed = new TreeSet<>();
        @Nullable RequestMatch<InitialMatch> match = classes.map(path);
        // One path may be shared out among several classes.
        while (match != null) {
            String rest = match.remaining.isEmpty() ? "/" : match.remaining;
            for (ServerRestHandler handler : match.value.handlers) {
                if (handler instanceof ClassRoutingHandler routing) {
                    addTo(allowed, routing.getMappers(), rest);
                }
            }
            match = classes.continueMatching(path, match);
        }
        return allowed;
    }

    private static void addTo(Set<String> allowed, Map<String, RequestMapper<RuntimeResource>> mappers, String rest) {
        mappers.forEach((method, mapper) -> {
            if (method != null && mapper.map(rest) != null) {
                allowed.add(method);
                // Answered for every path that there is.
                allowed.add(HttpMethod.OPTIONS);
                if (method.equals(HttpMethod.GET)) {
                    allowed.add(HttpMethod.HEAD);
                }
            }
        });
    }
}
