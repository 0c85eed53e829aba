package dev.tertulia.server;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.outside.Delivery;
import dev.tertulia.server.outside.FakeGraph;
import dev.tertulia.server.outside.Meta;

/** The process in live mode on a free port, with a Graph API that accepts everything. */
public final class LiveServer implements AutoCloseable {

    private final FakeGraph graph = new FakeGraph(0);
    private final Application application;
    private final Meta meta;

    /** Starts the process with the memory store, unless the properties name a Redis. */
    public LiveServer(Map<String, Object> properties) {
        Map<String, Object> all = new HashMap<>(Map.of("tertulia.port", 0, "tertulia.host", "127.0.0.1",
                "whatsapp.graph-url", graph.url().toString(), "whatsapp.access-token", "token",
                "whatsapp.app-secret", Meta.APP_SECRET, "whatsapp.verify-token", "demo-verify"));
        all.putAll(properties);
        if (all.keySet().stream().noneMatch(key -> key.startsWith("whatsapp.numbers"))) {
            all.put("whatsapp.phone-number-id", Delivery.NUMBER);
        }
        if (!all.containsKey("redis.uri")) {
            all.put("tertulia.store", "memory");
        }
        application = Application.start(all);
        meta = new Meta(application.url());
    }

    /** The URL at which the process listens. */
    URI url() {
        return application.url();
    }

    public FakeGraph graph() {
        return graph;
    }

    Meta meta() {
        return meta;
    }

    /** The maximum message rate of its only number. */
    double ceiling() {
        return application.bean(Lines.class).only("of a test").throttle().messages().ceiling();
    }

    <T> T bean(Class<T> type) {
        return application.bean(type);
    }

    Groups groups() {
        return application.bean(Groups.class);
    }

    Broadcasts broadcasts() {
        return application.bean(Broadcasts.class);
    }

    DeadLetters deadLetters() {
        return application.bean(DeadLetters.class);
    }

    RecordingBot bot() {
        return application.bean(RecordingBot.class);
    }

    /** Stops the process as SIGTERM does; the fakes around it keep running. */
    void stop() {
        application.close();
    }

    @Override
    public void close() {
        application.close();
        meta.close();
        graph.close();
    }
}
