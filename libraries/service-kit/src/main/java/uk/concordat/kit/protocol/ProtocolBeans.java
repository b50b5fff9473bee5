package uk.concordat.kit.protocol;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.nio.file.Path;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import uk.concordat.protocols.pack.PackLibrary;
import uk.concordat.protocols.rules.Rulebook;

/** The packs and rules that this service decides by. */
@ApplicationScoped
public class ProtocolBeans {

    /** A broken pack in the configured directory stops the start, and says which file and field; one that comes later is left out. */
    @Produces
    @Singleton
    PackLibrary packs(@ConfigProperty(name = "concordat.packs.directory") Optional<Path> directory) {
        return directory.map(PackLibrary::with).orElseGet(PackLibrary::standard);
    }

    @Produces
    @Singleton
    Rulebook rulebook() {
        return Rulebook.standard();
    }
}
