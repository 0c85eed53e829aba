package dev.tertulia.redis;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;

import redis.embedded.core.ExecutableProvider;

import dev.tertulia.store.Stores;

import static org.awaitility.Awaitility.await;

/**
 * A Redis server of the tests' own on a free port of loopback, its files in a temporary folder. The program is the one
 * that the environment variable {@code TEST_REDIS_SERVER} names, else {@code redis-server} on the path, else one that
 * a library brings along.
 */
public final class TestRedis implements AutoCloseable {

    private static final int HIGHEST_PORT = 55_535; // a cluster's node listens 10,000 above too
    private static final String PROGRAM = program();
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    private final int port = freePort();
    private final Path folder;
    private final List<String> command;
    private final RedisConnection connection;
    private Process process;

    private TestRedis(Path folder, List<String> settings, List<String> options) {
        this.folder = folder;
        command = new ArrayList<>(List.of(PROGRAM));
        command.addAll(settings);
        command.addAll(List.of("--port", "" + port, "--bind", "127.0.0.1", "--dir",
                folder.toString(), "--save", "", "--daemonize", "no"));
        command.addAll(options);
        connection = RedisConnection.to(uri());
        Runtime.getRuntime().addShutdownHook(new Thread(this::close));
        restart();
    }

    /** The server for all tests that leave it running; it keeps nothing when it stops. */
    public static TestRedis shared() {
        return Shared.SERVER;
    }

    private static final class Shared {
        private static final TestRedis SERVER = start("--appendonly", "no");
    }

    /**
     * A server for one test, which closes it.
     *
     * @param options as on its command line; with {@code --appendonly yes} it survives {@link #stop}
     */
    public static TestRedis start(String... options) {
        return new TestRedis(newFolder(), List.of(), List.of(options));
    }

    /** A Sentinel that watches a server under the name {@code main}. */
    public static TestRedis sentinelOf(TestRedis master) {
        Path folder = newFolder();
        Path settings = folder.resolve("sentinel.conf");
        try {
            Files.writeString(settings, "sentinel monitor main 127.0.0.1 " + master.port
                    + " 1\nsentinel down-after-milliseconds main 300\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new TestRedis(folder, List.of(settings.toString(), "--sentinel"), List.of());
    }

    /** Its address. */
    public String uri() {
        return "redis://127.0.0.1:" + port;
    }

    /** Where it listens, on loopback. */
    public int port() {
        return port;
    }

    /** A way to it that tests may share. */
    public RedisConnection connection() {
        return connection;
    }

    /** A phone number id that nobody used before. */
    public static String newNumber() {
        return "10015550" + NUMBERS.incrementAndGet();
    }

    /** The stores of a number that nobody used before. */
    public Stores stores() {
        return stores(newNumber());
    }

    /** The stores of a number. */
    public Stores stores(String number) {
        return stores(connection, number);
    }

    static Stores stores(RedisConnection connection, String number) {
        return new RedisStore(connection, number).stores();
    }

    /** Starts it again on the same port, with what it wrote to its file. */
    public void restart() {
        launch();
        await().ignoreExceptions().until(this::answers);
    }

    /** Starts it again, and leaves it alone while it loads what it wrote to its file. */
    void launch() {
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true)
                    .redirectOutput(folder.resolve("redis.log").toFile()).start();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot start " + PROGRAM, e);
        }
    }

    private boolean answers() throws IOException {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(500);
            socket.getOutputStream().write("PING\r\n".getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(5), StandardCharsets.US_ASCII);
            return Set.of("+PONG", "-NOAU", "-MAST").contains(answer);
        }
    }

    /** Gives it an order, such as {@code CONFIG SET maxmemory 1}. */
    public void tell(String order) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream().write((order + "\r\n").getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readNBytes(3), StandardCharsets.US_ASCII);
            if (!answer.equals("+OK")) {
                throw new IllegalStateException(order + ": " + answer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything that it stores, as Redis itself would save it, by key. */
    public Map<String, String> contents() {
        Map<String, String> contents = new TreeMap<>();
        for (String key : connection.run(commands -> commands.keys("*"))) {
            byte[] value = connection.run(commands -> commands.dump(key));
            if (value != null) { // it has not expired meanwhile
                contents.put(key, HexFormat.of().formatHex(value));
            }
        }
        return contents;
    }

    /** Ends it as a power cut would. */
    public void stop() {
        process.destroyForcibly().onExit().join();
    }

    /** Lets it hang: it keeps connections and answers nothing, until {@code CONT}. */
    void signal(String name) {
        try {
            new ProcessBuilder("kill", "-" + name, "" + process.pid()).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        connection.close();
        stop();
        try (Stream<Path> files = Files.walk(folder)) {
            files.sorted((a, b) -> b.compareTo(a)).map(Path::toFile).forEach(File::delete);
        } catch (IOException gone) {
            // closed before
        }
    }

    private static String program() {
        String program = System.getenv("TEST_REDIS_SERVER");
        if (program == null) {
            program = Stream.of(System.getenv("PATH").split(File.pathSeparator)).map(folder -> folder + "/redis-server")
                    .filter(file -> Files.isExecutable(Path.of(file))).findFirst().orElseGet(TestRedis::broughtAlong);
        }
        System.out.println("Redis of the tests: " + program);
        return program;
    }

    private static String broughtAlong() {
        try {
            return ExecutableProvider.newJarResourceProvider().get().getPath();
        } catch (IOException e) {
            throw new UncheckedIOException("no redis-server on the path, and none for this system in the library", e);
        }
    }

    private static int freePort() {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort() <= HIGHEST_PORT ? socket.getLocalPort() : freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path newFolder() {
        try {
            return Files.createTempDirectory("test-redis");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
