package uk.concordat.council.application;

import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Typed;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import uk.concordat.kit.command.CommandRequest;

/** The request for something new: it changes nothing that its sender would have to have seen, so it has no condition. */
@Dependent
@Typed(AddingRequest.class)
public class AddingRequest extends CommandRequest {

    public AddingRequest(@Context HttpHeaders headers, @Context UriInfo uri) {
        super(headers, uri);
    }

    @Override
    public List<String> ifMatch() {
        return List.of("*");
    }
}
