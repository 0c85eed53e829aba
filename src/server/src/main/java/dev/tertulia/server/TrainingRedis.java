package dev.tertulia.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** As much of a Redis as a connection needs to open, for a training run on a machine without one. It stores nothing. */
final class TrainingRedis implements AutoCloseable {

    private static final String INFO = "redis_version:7.0.0\r\n";

    private final ServerSocket server;

    private TrainingRedis(ServerSocket server) {
        this.server = server;
    }

    /** Listens on a free port of this machine. */
    static TrainingRedis start() {
        try {
            TrainingRedis redis = new TrainingRedis(new ServerSocket(0, 0, InetAddress.getLoopbackAddress()));
            Thread.startVirtualThread(redis::accept);
            return redis;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String uri() {
        return "redis://127.0.0.1:" + server.getLocalPort();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = server.accept();
                Thread.startVirtualThread(() -> answer(client));
            }
        } catch (IOException closed) {
            // the run is over
        }
    }

    private static void answer(Socket client) {
        try (client;
                BufferedReader in = new BufferedReader(
                        new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8))) {
            OutputStream out = client.getOutputStream();
            String line = in.readLine();
            while (line != null) {
                out.write(reply(command(in, Integer.parseInt(line.substring(1)))).getBytes(StandardCharsets.UTF_8));
                line = in.readLine();
            }
        } catch (IOException closed) {
            // the client has left
        }
    }

    /** Reads a command of so many words, each after its length. */
    private static List<String> command(BufferedReader in, int words) throws IOException {
        List<String> command = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            in.readLine();
            command.add(in.readLine());
        }
        return command;
    }

    private static String reply(List<String> command) {
        return switch (command.getFirst()) {
            case "PING" -> "+PONG\r\n";
            case "CLIENT" -> "+OK\r\n";
            case "INFO" -> bulk(INFO);
            case "SUBSCRIBE" -> "*3\r\n" + bulk("subscribe") + bulk(command.get(1)) + ":1\r\n";
            case "HELLO" -> "-ERR unknown command 'HELLO'\r\n";
            default -> "-LOADING nothing is stored here\r\n";
        };
    }

    private static String bulk(String text) {
        return "$" + text.length() + "\r\n" + text + "\r\n";
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
