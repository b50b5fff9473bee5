package uk.concordat.eventsourcing.parcel;

public sealed interface ParcelState {

    record Unknown() implements ParcelState {}

    record Travelling(String at, int scans) implements ParcelState {}

    record Arrived() implements ParcelState {}
}
