package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.tertulia.emulator.webhook.Deliverer;

/** Emulator as an HTTP server on 127.0.0.1, with a background thread that delivers the webhooks. */
public final class Emulator implements AutoCloseable {
    private static final Duration HOLD = Duration.ofSeconds(60);
    private static final int HIGHEST_PORT = 65_535;

    static {
        // Without this, each small response on a kept-alive connection waits 40 ms for the client's acknowledgement.
        System.setProperty("sun.net.httpserver.nodelay", "true");
        // Bounds what idle and incomplete connections can hold.
        System.setProperty("jdk.httpserver.maxConnections", "1000");
        System.setProperty("sun.net.httpserver.maxReqTime", "30");
        System.setProperty("sun.net.httpserver.maxReqHeaderSize", "65536");
    }

    private final HttpServer server;
    private final HttpAdapter adapter;
    private final ExecutorService threads;
    private final Deliverer deliverer;

    private Emulator(HttpServer server, HttpAdapter adapter, ExecutorService threads, Deliverer deliverer) {
        this.server = server;
        this.adapter = adapter;
        this.threads = threads;
        this.deliverer = deliverer;
    }

    /** Runs the emulator from the command line. */
    public static void main(String[] args) {
        int exit = EmulatorCommand.line().execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /**
     * Starts the emulator. A request that is never answered is held open for a minute.
     *
     * @param port the port, 0 for any free one
     * @throws IllegalArgumentException if the port is not from 0 to 65535
     * @throws UncheckedIOException if the port cannot be used
     */
    public static Emulator start(int port, FakeWhatsApp whatsApp) {
        return start(port, whatsApp, HOLD);
    }

    /**
     * Starts the emulator.
     *
     * @param port the port, 0 for any free one
     * @param hold how long a request that is never answered is held open
     * @throws IllegalArgumentException if the port is not from 0 to 65535
     * @throws UncheckedIOException if the port cannot be used
     */
    public static Emulator start(int port, FakeWhatsApp whatsApp, Duration hold) {
        return start(port, whatsApp, hold, RequestPolicy.LOOPBACK);
    }

    /** Starts the emulator with a policy on whose requests are answered. */
    static Emulator start(int port, FakeWhatsApp whatsApp, Duration hold, RequestPolicy policy) {
        checkPort(port);
        return start(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), whatsApp, hold, policy);
    }

    static void checkPort(int port) {
        if (port < 0 || port > HIGHEST_PORT) {
            throw new IllegalArgumentException(
                    "A port is a number from 0 (any free one) to %d, not %d.".formatted(HIGHEST_PORT, port));
        }
    }

    /** Starts the emulator at an address, which other machines may be able to reach. */
    static Emulator start(InetSocketAddress address, FakeWhatsApp whatsApp, Duration hold, RequestPolicy policy) {
        var adapter = new HttpAdapter(whatsApp, hold, policy);
        var threads = Executors.newVirtualThreadPerTaskExecutor();
        try {
            var server = HttpServer.create(address, 0);
            server.createContext("/", adapter);
            server.setExecutor(threads);
            server.start();
            whatsApp.reachedAt(URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            return new Emulator(server, adapter, threads, whatsApp.webhooks().deliverInBackground());
        } catch (IOException e) {
            threads.close();
            throw new UncheckedIOException("Port %d cannot be used: %s. Choose another with --port."
                    .formatted(address.getPort(), e.getMessage()), e);
        }
    }

    /** Returns a handler of the page and the control interface, for an HTTP server that has more to serve. */
    public static HttpHandler pages(FakeWhatsApp whatsApp, RequestPolicy policy) {
        return new HttpAdapter(whatsApp, HOLD, policy);
    }

    /** Returns the port that the emulator listens on. */
    public int port() {
        return server.getAddress().getPort();
    }

    /** Returns the base URL, to be given to the bot as {@code WHATSAPP_GRAPH_URL}. */
    public URI url() {
        return URI.create("http://127.0.0.1:" + port());
    }

    @Override
    public void close() {
        deliverer.close();
        adapter.close();
        server.stop(0);
        threads.shutdownNow();
    }
}
