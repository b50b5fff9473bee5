package uk.concordat.council.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Map;
import uk.concordat.council.domain.PeopleMaster;

/** Who speaks of a council's people. */
@ConfigMapping(prefix = "concordat.people")
public interface PeopleConfiguration {

    /** Whose word counts where files and directory both speak of a person. */
    @WithDefault("csv")
    PeopleMaster master();

    /** Likewise of single councils, by their keys. */
    Map<String, PeopleMaster> masters();

    /** What somebody is of whom the directory does not say it. */
    @WithDefault("officer")
    String kind();

    default PeopleMaster masterOf(String council) {
        return masters().getOrDefault(council, master());
    }
}
