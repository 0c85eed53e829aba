package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;

import dev.tertulia.emulator.webhook.Deliverer;

/** The emulator as a server on 127.0.0.1, with a background thread that delivers the webhooks. */
public final class Emulator implements AutoCloseable {
    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final int HIGHEST_PORT = 65_535;

    static {
        // Without this each small answer on a kept-alive connection waits 40 ms for the other side's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Whoever opens connections and sends nothing, or not all, holds a bounded part of the process for a while.
        System.setProperty("jdk.httpserver.maxConnections", "1000");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "65536");
    }

    private final HttpServer server;
    private final HttpAdapter edge;
    private final ExecutorService threads;
    private final Deliverer deliverer;

    private Emulator(HttpServer server, HttpAdapter edge, ExecutorService threads, Deliverer deliverer) {
        this.server = server;
        this.edge = edge;
        this.threads = threads;
        this.deliverer = deliverer;
    }

    public static void main(String[] args) {
        int exit = EmulatorCommand.line().execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Starts on a port, or on any free one for 0. A call that is never answered is held open for a minute. */
    public static Emulator start(int port, FakeWhatsApp whatsApp) {
        return start(port, whatsApp, HOLD);
    }

    /** The same, with how long a call that is never answered is held open. */
    public static Emulator start(int port, FakeWhatsApp whatsApp, Duration hold) {
        return start(port, whatsApp, hold, Admission.LOOPBACK);
    }

    /** The same, with whose requests are answered. */
    static Emulator start(int port, FakeWhatsApp whatsApp, Duration hold, Admission admission) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "A port is a number from 0 (any free one) to %d, not %d.".formatted(HIGHEST_PORT, port));
        }
        var edge = new HttpAdapter(whatsApp, hold, admission);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), port), 0);
            server.createContext("/", edge);
            server.setExecutor(threads);
            server.start();
            whatsApp.reachedAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            return new Emulator(server, edge, threads, whatsApp.deliverInBackground());
        } catch (IOException e) {
            threads.close();
            throw new UncheckedIOException("Port %d cannot be used: %s. Choose another with --port."
                    .formatted(port, e.getMessage()), e);
        }
    }

    public int port() {
        return server.getAddress().getPort();
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        deliverer.close();
        edge.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
