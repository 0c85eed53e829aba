package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.file.Path;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.server.BotClasses;
import dev.tertulia.server.DemoServer;
import dev.tertulia.server.demo.Demo;

/** A version of the bots: its class loader and the server that runs it. */
final class Version {

    private static final Logger LOG = LoggerFactory.getLogger(Version.class);
    /** Turns that take longer go on beside those of the next version. */
    private static final long USUAL_TURN_MILLIS = 300;

    private final int number;
    private final Path folder;
    private final VersionLoader loader;
    private final DemoServer server;

    private Version(int number, Path folder, VersionLoader loader, DemoServer server) {
        this.number = number;
        this.folder = folder;
        this.loader = loader;
        this.server = server;
    }

    /** Starts a version that receives no events yet. The calling thread has the version's class loader. */
    static Version prepare(int number, Path folder, VersionLoader loader, Demo demo) {
        return new Version(number, folder, loader, DemoServer.prepare(demo, new BotClasses(loader, folder)));
    }

    Path folder() {
        return folder;
    }

    ClassLoader loader() {
        return loader;
    }

    DemoServer server() {
        return server;
    }

    /** Takes over from the version before, whose turns end on it. */
    void follow(Version before) throws InterruptedException {
        server.receive();
        Thread end = Thread.ofVirtual().name("end of version " + before.number).start(before.server::finish);
        end.join(USUAL_TURN_MILLIS);
        server.work();
        Thread.ofVirtual().name("close version " + before.number).start(() -> closeAfter(before, end));
    }

    private void closeAfter(Version before, Thread end) {
        try {
            end.join();
            server.lookNow();
            before.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Runs as the first version. */
    void begin() {
        server.receive();
        server.work();
    }

    void close() {
        server.close();
        try {
            loader.close();
        } catch (IOException e) {
            LOG.warn("{} cannot be closed: {}", folder, e.toString());
        }
        Folders.delete(folder);
    }
}
