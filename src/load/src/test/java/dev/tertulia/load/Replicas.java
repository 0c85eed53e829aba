package dev.tertulia.load;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Consumer;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.outside.App;
import dev.tertulia.server.outside.Meta;

/** Several processes of the application on one store. Some of them may be dead. */
final class Replicas implements AutoCloseable {

    private static final Path FOLDER = Path.of("target");
    /** Uses only the C1 compiler, because C2 would keep the two shared cores busy while several processes start. */
    private static final List<String> ARGUMENTS = List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC",
            "--enable-native-access=ALL-UNNAMED", "-cp",
            Objects.requireNonNull(System.getProperty("surefire.test.class.path"), "the class path of the test"),
            "dev.tertulia.server.Application");
    private static final Duration NEXT_TRY = Duration.ofMillis(50);

    /** A process, and the sender of its deliveries. */
    private record Replica(App app, Meta meta) {}

    private final AtomicReferenceArray<@Nullable Replica> replicas;
    private final Map<String, String> environment;
    private final Random random;
    private final ExecutorService starters = Executors.newVirtualThreadPerTaskExecutor();
    private final List<String> outputs = new ArrayList<>();
    private int killed;
    private int stopped;

    private Replicas(int count, Map<String, String> environment, Random random) {
        this.replicas = new AtomicReferenceArray<>(count);
        this.environment = environment;
        this.random = random;
    }

    /** Starts replicas and directs WhatsApp's deliveries to them. */
    static Replicas start(int count, WhatsApp whatsApp, Map<String, String> settings, Random random) {
        Map<String, String> environment = new HashMap<>(whatsApp.environment());
        environment.putAll(settings);
        Replicas replicas = new Replicas(count, environment, random);
        CompletableFuture.allOf(IntStream.range(0, count)
                .mapToObj(i -> CompletableFuture.runAsync(() -> replicas.start(i), replicas.starters))
                .toArray(CompletableFuture[]::new)).join();
        whatsApp.deliverTo(replicas::deliver);
        return replicas;
    }

    private void start(int index) {
        App app = App.start(FOLDER, ARGUMENTS, environment);
        replicas.set(index, new Replica(app, new Meta(app.url())));
    }

    /** Sends a delivery to any replica, and again until one acknowledges it, as Meta does. */
    void deliver(String json) {
        while (!acknowledged(json)) {
            Pace.pause(NEXT_TRY);
        }
    }

    private boolean acknowledged(String json) {
        Replica replica = replicas.get(random.nextInt(replicas.length()));
        try {
            return replica != null && replica.meta().deliver(json) == 200;
        } catch (RuntimeException dead) {
            return false;
        }
    }

    /** Kills a replica, as a power failure would, and starts a new one while the others continue. */
    void killAny() {
        killed += endAny(App::kill) ? 1 : 0;
    }

    /** Stops a replica, as a deployment does, and starts a new one while the others continue. */
    void stopAny() {
        stopped += endAny(App::close) ? 1 : 0;
    }

    private boolean endAny(Consumer<App> how) {
        int first = random.nextInt(replicas.length());
        for (int i = 0; i < replicas.length(); i++) {
            int index = (first + i) % replicas.length();
            Replica victim = replicas.getAndSet(index, null);
            if (victim != null) {
                how.accept(victim.app());
                end(victim);
                starters.execute(() -> start(index));
                return true;
            }
        }
        return false;
    }

    private void end(Replica replica) {
        replica.app().close();
        replica.meta().close();
        synchronized (outputs) {
            outputs.add(replica.app().output());
        }
    }

    int count() {
        return replicas.length();
    }

    int killed() {
        return killed;
    }

    int stopped() {
        return stopped;
    }

    /** The address of the first replica. */
    URI url() {
        return Objects.requireNonNull(replicas.get(0), "it was killed").app().url();
    }

    /** The process id of the only replica. */
    long pid() {
        return Objects.requireNonNull(replicas.get(0), "it was killed").app().pid();
    }

    /** Stops all replicas. Returns the last output of all, including killed ones. */
    List<String> end() {
        starters.close();
        for (int i = 0; i < replicas.length(); i++) {
            Replica replica = replicas.getAndSet(i, null);
            if (replica != null) {
                end(replica);
            }
        }
        return outputs;
    }

    @Override
    public void close() {
        end();
    }
}
