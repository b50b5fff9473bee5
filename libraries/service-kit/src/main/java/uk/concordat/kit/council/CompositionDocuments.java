package uk.concordat.kit.council;

import java.util.List;

/** The documents of who makes up a council. */
public record CompositionDocuments(
        List<GroupDocument> groups,
        List<WardDocument> wards,
        List<BodyDocument> bodies,
        List<ElectionDocument> elections) {

    /** A council of which nothing of the kind is known, as before it was asked for. */
    public static final CompositionDocuments NONE =
            new CompositionDocuments(List.of(), List.of(), List.of(), List.of());

    public CompositionDocuments {
        groups = List.copyOf(groups);
        wards = List.copyOf(wards);
        bodies = List.copyOf(bodies);
        elections = List.copyOf(elections);
    }
}
