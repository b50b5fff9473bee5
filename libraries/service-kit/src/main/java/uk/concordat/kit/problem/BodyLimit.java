package uk.concordat.kit.problem;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * A body of more than a mebibyte, or of what a method that takes a {@link LargeBody} says, is refused. The rest of it is read and thrown away first: a sender who is cut off in
 * the middle never gets to read why. Beyond {@code quarkus.http.limits.max-body-size} the connection is cut all the same.
 */
public final class BodyLimit {

    private static final int MEBIBYTE = 1024 * 1024;

    @ServerRequestFilter
    public void limit(ContainerRequestContext request, ResourceInfo resource) {
        switch (request.getMethod()) {
            case "POST", "PUT", "PATCH" ->
                request.setEntityStream(new Limited(request.getEntityStream(), mebibytes(resource)));
            default -> {
                // Nobody reads the body of another method.
            }
        }
    }

    private static int mebibytes(ResourceInfo resource) {
        @Nullable LargeBody large = resource.getResourceMethod().getAnnotation(LargeBody.class);
        return large == null ? 1 : large.mebibytes();
    }

    private static final class Limited extends FilterInputStream {

        private final int mebibytes;
        private long read;

        Limited(InputStream body, int mebibytes) {
            super(body);
            this.mebibytes = mebibytes;
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
            if (read > (long) mebibytes * MEBIBYTE) {
                in.transferTo(OutputStream.nullOutputStream());
                throw new MalformedRequest(Problem.of(
                        413,
                        "body-too-large",
                        "The body has more than %d MiB, which is the most that is taken.".formatted(mebibytes)));
            }
        }
    }
}
