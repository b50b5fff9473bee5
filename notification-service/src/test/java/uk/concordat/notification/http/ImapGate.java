package uk.concordat.notification.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/** Stands before a real IMAP server and lets everything through, but for the fetching of one message of the mailbox. */
final class ImapGate {

    private static final Logger LOG = Logger.getLogger(ImapGate.class);
    private static final Pattern FETCH = Pattern.compile("(\\S+) FETCH ([0-9]+) \\(BODY.*");

    /** What becomes of whoever fetches it. */
    enum Manner {
        REFUSED,
        CUT_OFF
    }

    private final ServerSocket listening;
    private final int server;
    private volatile int unfetchable;
    private volatile Manner manner = Manner.REFUSED;

    ImapGate(int port, int server) throws IOException {
        this.listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        Thread.ofVirtual().name("imap-gate").start(this::listen);
    }

    /** From now on this message, counted from 1, cannot be fetched; 0 for none. */
    void keepsBack(int message, Manner how) {
        manner = how;
        unfetchable = message;
    }

    private void listen() {
        try {
            while (true) {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            }
        } catch (IOException closed) {
            LOG.info("The gate before the IMAP server is closed", closed);
        }
    }

    private void serve(Socket client) {
        try (client;
                Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
            OutputStream answers = client.getOutputStream();
            Thread.ofVirtual().start(() -> answer(behind, answers));
            BufferedReader lines =
                    new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.US_ASCII));
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                Matcher fetch = FETCH.matcher(line);
                if (!fetch.matches() || Integer.parseInt(fetch.group(2)) != unfetchable) {
                    behind.getOutputStream().write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
                } else if (manner == Manner.REFUSED) {
                    answers.write((fetch.group(1) + " NO it cannot be read\r\n").getBytes(StandardCharsets.US_ASCII));
                } else {
                    return;
                }
            }
        } catch (IOException lost) {
            LOG.debug("A line to the IMAP server is lost", lost);
        }
    }

    private static void answer(Socket behind, OutputStream answers) {
        try {
            behind.getInputStream().transferTo(answers);
        } catch (IOException lost) {
            LOG.debug("A line from the IMAP server is lost", lost);
        }
    }
}
