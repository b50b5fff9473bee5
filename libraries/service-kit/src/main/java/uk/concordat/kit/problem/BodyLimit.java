package uk.concordat.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * A body of more than a mebibyte is refused. The rest of it is read and thrown away first: a sender who is cut off in
 * the middle never gets to read why. Beyond {@code quarkus.http.limits.max-body-size} the connection is cut all the same.
 */
public final class BodyLimit {

    private static final int MOST_BYTES = 1024 * 1024;

    @ServerRequestFilter
    public void limit(ContainerRequestContext request) {
        switch (request.getMethod()) {
            case "POST", "PUT", "PATCH" -> request.setEntityStream(new Limited(request.getEntityStream()));
            default -> {
                // Nobody reads the body of another method.
            }
        }
    }

    private static final class Limited extends FilterInputStream {

        private long read;

        Limited(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            if (next >= 0) {
                count(1);
            }
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int bytes = super.read(into, offset, length);
            if (bytes > 0) {
                count(bytes);
            }
            return bytes;
        }

        private void count(int bytes) throws IOException {
            read += bytes;
            if (read > MOST_BYTES) {
                in.transferTo(OutputStream.nullOutputStream());
                throw new MalformedRequest(Problem.of(
                        413, "body-too-large", "The body has more than 1 MiB, which is the most that is taken."));
            }
        }
    }
}
