package dev.tertulia.app;

import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReferenceArray;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.outside.Meta;

/** Several processes of the application on one store, of which some may be dead right now. */
final class Replicas implements AutoCloseable {

    /** A process, and who delivers to it. */
    private record Replica(PackagedApp app, Meta meta) {}

    private final AtomicReferenceArray<@Nullable Replica> replicas;
    private final Map<String, String> environment;
    private final Random random;
    private int killed;

    Replicas(int count, Map<String, String> environment, Random random) {
        this.replicas = new AtomicReferenceArray<>(count);
        this.environment = environment;
        this.random = random;
        for (int i = 0; i < count; i++) {
            start(i);
        }
    }

    private void start(int index) {
        PackagedApp app = PackagedApp.start(environment);
        replicas.set(index, new Replica(app, new Meta(app.url())));
    }

    /** Delivers to any of them, and again until one has acknowledged it, as Meta does. */
    void deliver(String json) {
        while (true) {
            Replica replica;
            synchronized (random) {
                replica = replicas.get(random.nextInt(replicas.length()));
            }
            try {
                if (replica != null && replica.meta().deliver(json) == 200) {
                    return;
                }
            } catch (RuntimeException dead) {
                // another may live
            }
            Pace.pause(50);
        }
    }

    /** Kills one as a power cut would, and starts another in its place. */
    void killAny() {
        int index;
        synchronized (random) {
            index = random.nextInt(replicas.length());
        }
        Replica victim = replicas.getAndSet(index, null);
        if (victim != null) {
            victim.app().kill();
            killed++;
            start(index);
        }
    }

    int killed() {
        return killed;
    }

    @Override
    public void close() {
        for (int i = 0; i < replicas.length(); i++) {
            Replica replica = replicas.getAndSet(i, null);
            if (replica != null) {
                replica.app().close();
                replica.meta().close();
            }
        }
    }
}
