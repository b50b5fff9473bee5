package uk.concordat.eventsourcing.parcel;

public sealed interface ParcelCommand {

    record Post(ParcelEvent.Posted posted) implements ParcelCommand {}

    record Scan(String depot) implements ParcelCommand {}
}
