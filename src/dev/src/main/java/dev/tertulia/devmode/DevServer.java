package dev.tertulia.devmode;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;

import dev.tertulia.emulator.Emulator;
import dev.tertulia.server.cli.terminal.CommandFailed;
import dev.tertulia.server.demo.Demo;

/**
 * HTTP server of the development mode, which outlives all versions: the emulator's page and control interface, the
 * builds, and everything else from the version that runs. It listens on this machine only.
 */
final class DevServer implements AutoCloseable {

    private static final Pattern EMULATOR = Pattern.compile("/|/(playground|emulator)(/.*)?");

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final VersionProxy proxy;

    private DevServer(HttpServer server, VersionProxy proxy) {
        this.server = server;
        this.proxy = proxy;
    }

    /** @throws CommandFailed if the port cannot be used */
    static DevServer start(int port, Demo demo, BuildLog log, VersionProxy proxy) {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port), 0);
            DevServer started = new DevServer(server, proxy);
            HttpHandler emulator = Emulator.pages(demo.whatsApp(), demo.admission());
            server.createContext("/", exchange -> choose(exchange, emulator, proxy).handle(exchange));
            server.createContext(BuildPage.PATH, new BuildPage(log, demo.admission()));
            server.setExecutor(started.threads);
            server.start();
            return started;
        } catch (IOException e) {
            throw new CommandFailed("Port %d cannot be used: %s. Choose another with TERTULIA_PORT (tertulia.port)."
                    .formatted(port, e.getMessage()));
        }
    }

    private static HttpHandler choose(HttpExchange exchange, HttpHandler emulator, HttpHandler proxy) {
        String path = exchange.getRequestURI().getPath();
        return path == null || EMULATOR.matcher(path).matches() ? emulator : proxy;
    }

    URI url() {
        return URI.create("http://localhost:" + server.getAddress().getPort());
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        proxy.close();
    }
}
