package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.DeclaredTemplates;
import dev.tertulia.server.DemoServer;
import dev.tertulia.server.demo.Demo;

/** Makes a new version of the bots of each change, and lets it follow the one before if it is sound. */
final class Reloader implements AutoCloseable {

    private final Project project;
    private final Demo demo;
    private final SourceCompiler compiler;
    private final BuildLog log;
    private int tries;
    private volatile @Nullable Version current;

    Reloader(Project project, Demo demo, SourceCompiler compiler, BuildLog log) {
        this.project = project;
        this.demo = demo;
        this.compiler = compiler;
        this.log = log;
    }

    /** The server of the version that runs. */
    Optional<DemoServer> server() {
        return Optional.ofNullable(current).map(Version::server);
    }

    /** The address of the version that runs. */
    Optional<URI> url() {
        return server().map(DemoServer::url);
    }

    /** The class loader of the version that runs. */
    Optional<ClassLoader> loader() {
        return Optional.ofNullable(current).map(Version::loader);
    }

    /** The folder of the version that runs. */
    Optional<Path> folder() {
        return Optional.ofNullable(current).map(Version::folder);
    }

    /** Builds and starts a version with these changes. */
    synchronized void reload(List<Path> changed) {
        long begin = System.nanoTime();
        log.begin(project.names(changed));
        Path folder = project.version(++tries);
        try {
            Folders.delete(folder);
            List<Problem> problems = compiler.compile(folder);
            if (problems.isEmpty()) {
                start(folder, changed.stream().anyMatch(file -> file.endsWith(DeclaredTemplates.FILE)));
                log.running(tries, millis(begin));
            } else {
                Folders.delete(folder);
                log.errors(problems, millis(begin));
            }
        } catch (RuntimeException | LinkageError e) {
            Folders.delete(folder);
            log.refused(DemoServer.reason(e), millis(begin));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void start(Path folder, boolean newTemplates) throws InterruptedException {
        VersionLoader loader = new VersionLoader(project, folder);
        Thread here = Thread.currentThread();
        ClassLoader usual = here.getContextClassLoader();
        here.setContextClassLoader(loader);
        try {
            if (newTemplates) {
                DeclaredTemplates.replace(demo.whatsApp().templates());
            }
            Version next = Version.prepare(tries, folder, loader, demo);
            Version before = current;
            current = next;
            if (before == null) {
                next.begin();
            } else {
                next.follow(before);
            }
        } catch (RuntimeException | LinkageError e) {
            close(loader);
            throw e;
        } finally {
            here.setContextClassLoader(usual);
        }
    }

    private static void close(VersionLoader loader) {
        try {
            loader.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static long millis(long begin) {
        return Duration.ofNanos(System.nanoTime() - begin).toMillis();
    }

    @Override
    public synchronized void close() {
        Version last = current;
        if (last != null) {
            last.close();
        }
    }
}
