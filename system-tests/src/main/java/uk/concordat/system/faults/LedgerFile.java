package uk.concordat.system.faults;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import uk.concordat.system.Ledger;

/** The ledger on disk: a JSON object a line for each command that was acknowledged, and lines that say what was found. */
final class LedgerFile implements Ledger.Copy, AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final BufferedWriter lines;

    LedgerFile(Path file) {
        try {
            this.lines = Files.newBufferedWriter(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger " + file + " cannot be written", failure);
        }
    }

    @Override
    public void write(Ledger.Settled settled) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", Instant.now().toString());
        line.put("key", settled.request().key());
        line.put("person", settled.request().username());
        line.put("path", settled.request().path());
        line.put("body", hash(settled.request().body()));
        line.put("tries", settled.tries());
        line.put("status", settled.status());
        line.put("enquiry", settled.enquiry().toString());
        line.put("event", settled.eventType());
        settled.location().ifPresent(location -> line.put("location", location));
        settled.etag().ifPresent(etag -> line.put("etag", etag));
        write(line);
    }

    void found(Finding finding) {
        ObjectNode line = JSON.createObjectNode();
        line.put("at", Instant.now().toString());
        line.put("fault", finding.fault().name());
        line.put("seconds", finding.took().toSeconds());
        line.put("acknowledged", finding.tally().acknowledged());
        finding.figures().forEach(line::put);
        line.put("violated", finding.violated().orElse(null));
        write(line);
    }

    private synchronized void write(ObjectNode line) {
        try {
            lines.write(JSON.writeValueAsString(line));
            lines.newLine();
            lines.flush();
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger cannot be written", failure);
        }
    }

    private static String hash(String body) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        }
    }

    @Override
    public synchronized void close() {
        try {
            lines.close();
        } catch (IOException failure) {
            throw new UncheckedIOException("The ledger cannot be closed", failure);
        }
    }
}
