package uk.concordat.council.domain;

/**
 * What officers of the council have set, written down and proclaimed for it, beside what its files say.
 *
 * @param settings what the council has set for itself, and how that came to be
 * @param adoptions what has been written down of its protocols
 * @param closures when its offices are closed
 */
public record OfficersActs(SettingsHistory settings, Adoptions adoptions, Closures closures) {

    static final OfficersActs NONE = new OfficersActs(SettingsHistory.NONE, Adoptions.NONE, Closures.NONE);

    OfficersActs with(SettingsHistory changed) {
        return new OfficersActs(changed, adoptions, closures);
    }

    OfficersActs with(AdoptionEvent act) {
        return new OfficersActs(settings, adoptions.with(act), closures);
    }

    OfficersActs with(ClosureEvent event) {
        return new OfficersActs(settings, adoptions, closures.with(event));
    }
}
