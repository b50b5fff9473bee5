package uk.concordat.notification.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Stands before a real mail server and lets through what goes to it, but for those mailboxes for which it is told otherwise. */
final class SmtpGate {

    private static final Pattern RECIPIENT = Pattern.compile("(?i)RCPT TO:<([^>]*)>.*");

    /** What is done to mail for a mailbox, so many times. */
    private record Rule(Manner manner, String reply, AtomicInteger timesLeft) {}

    private enum Manner {
        REPLY,
        HANG,
        DROP_ONCE_ACCEPTED
    }

    private final ServerSocket listening;
    private final int server;
    private final Map<String, Rule> rules = new ConcurrentHashMap<>();
    private volatile boolean away;

    SmtpGate(int port, int server) throws IOException {
        this.listening = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.server = server;
        Thread.ofVirtual().name("smtp-gate").start(this::listen);
    }

    void replies(String to, String reply, int times) {
        rules.put(to, new Rule(Manner.REPLY, reply, new AtomicInteger(times)));
    }

    void hangs(String to, int times) {
        rules.put(to, new Rule(Manner.HANG, "", new AtomicInteger(times)));
    }

    void dropsTheLineOnceAccepted(String to, int times) {
        rules.put(to, new Rule(Manner.DROP_ONCE_ACCEPTED, "", new AtomicInteger(times)));
    }

    /** Whether nobody is there to be spoken to. */
    void isAway(boolean now) {
        away = now;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                Thread.ofVirtual().start(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            if (!away) {
                try (Socket behind = new Socket(InetAddress.getLoopbackAddress(), server)) {
                    new Conversation(client, behind).hold();
                }
            }
        } catch (IOException oneHasGone) {
            // And with it the conversation.
        }
    }

    /** SMTP goes line by line, each command after the reply to the last. */
    private final class Conversation {

        private final BufferedReader said;
        private final OutputStream toClient;
        private final BufferedReader replied;
        private final OutputStream toServer;
        private final Socket client;

        Conversation(Socket client, Socket behind) throws IOException {
            this.client = client;
            this.said = reader(client);
            this.toClient = client.getOutputStream();
            this.replied = reader(behind);
            this.toServer = behind.getOutputStream();
        }

        void hold() throws IOException {
            boolean drop = false;
            passReply();
            String line = said.readLine();
            while (line != null) {
                @Nullable Rule rule = ruleOf(line);
                if (rule != null && rule.manner() == Manner.REPLY) {
                    write(toClient, rule.reply());
                } else if (rule != null && rule.manner() == Manner.HANG) {
                    while (said.readLine() != null) {
                        // The client may say what it likes.
                    }
                    return;
                } else {
                    drop |= rule != null;
                    write(toServer, line);
                    passReply();
                    if (line.equalsIgnoreCase("DATA")) {
                        passContent();
                        if (drop) {
                            readReply();
                            client.close();
                            return;
                        }
                        passReply();
                    }
                }
                line = said.readLine();
            }
        }

        private void passContent() throws IOException {
            String line = said.readLine();
            while (line != null && !line.equals(".")) {
                write(toServer, line);
                line = said.readLine();
            }
            write(toServer, ".");
        }

        private void passReply() throws IOException {
            for (String line : readReply().split("\n")) {
                write(toClient, line);
            }
        }

        private String readReply() throws IOException {
            StringBuilder all = new StringBuilder();
            String line = replied.readLine();
            while (line != null) {
                all.append(line);
                if (line.length() < 4 || line.charAt(3) != '-') {
                    return all.toString();
                }
                all.append('\n');
                line = replied.readLine();
            }
            throw new IOException("The server has gone");
        }
    }

    private @Nullable Rule ruleOf(String line) {
        Matcher recipient = RECIPIENT.matcher(line);
        @Nullable Rule rule = recipient.matches() ? rules.get(recipient.group(1)) : null;
        return rule != null && rule.timesLeft().getAndDecrement() > 0 ? rule : null;
    }

    private static BufferedReader reader(Socket socket) throws IOException {
        return new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.ISO_8859_1));
    }

    private static void write(OutputStream to, String line) throws IOException {
        to.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
        to.flush();
    }
}
