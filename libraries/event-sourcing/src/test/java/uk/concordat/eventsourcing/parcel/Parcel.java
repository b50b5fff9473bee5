package uk.concordat.eventsourcing.parcel;

import uk.concordat.eventsourcing.decider.Decider;
import uk.concordat.eventsourcing.decider.Decision;

/** A small model for the tests: a parcel is posted, scanned on its way and delivered. */
public final class Parcel implements Decider<ParcelCommand, ParcelState, ParcelEvent, String> {

    @Override
    public ParcelState initial() {
        return new ParcelState.Unknown();
    }

    @Override
    public Decision<ParcelEvent, String> decide(ParcelCommand command, ParcelState state) {
        return switch (command) {
            case ParcelCommand.Post(ParcelEvent.Posted posted) ->
                state instanceof ParcelState.Unknown ? Decision.accept(posted) : Decision.refuse("posted already");
            case ParcelCommand.Scan(String depot) ->
                switch (state) {
                    case ParcelState.Unknown _ -> Decision.refuse("never posted");
                    case ParcelState.Travelling travelling ->
                        travelling.at().equals(depot)
                                ? Decision.accept()
                                : Decision.accept(new ParcelEvent.Scanned(depot, travelling.scans() + 1));
                    case ParcelState.Arrived _ -> Decision.refuse("arrived already");
                };
        };
    }

    @Override
    public ParcelState evolve(ParcelState state, ParcelEvent event) {
        return switch (event) {
            case ParcelEvent.Posted _ -> new ParcelState.Travelling("counter", 0);
            case ParcelEvent.Scanned(String depot, int scans) -> new ParcelState.Travelling(depot, scans);
            case ParcelEvent.Delivered _ -> new ParcelState.Arrived();
        };
    }
}
