package uk.concordat.kit.council;

/** What council-service publishes of a council, always whole: whatever comes later of the same subject takes its place. */
public sealed interface Document
        permits CouncilDocument,
                PersonDocument,
                PostDocument,
                GroupDocument,
                WardDocument,
                BodyDocument,
                ElectionDocument {}
