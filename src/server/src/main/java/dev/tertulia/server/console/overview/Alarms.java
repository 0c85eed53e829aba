package dev.tertulia.server.console.overview;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;

import dev.tertulia.Line;
import dev.tertulia.dispatch.HandlerRuntime;
import dev.tertulia.graph.http.Breaker;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.server.storage.StorageProbe;
import dev.tertulia.store.StoreUnavailable;

/** What somebody has to look at now, besides WhatsApp's refusals. */
@Singleton
@Requires(beans = Settings.class)
final class Alarms {

    private final Lines lines;
    private final Breaker graph;
    private final HandlerRuntime handlers;
    private final StorageProbe store;
    private final Settings settings;
    private final InstantSource clock;

    Alarms(Lines lines, Breaker graph, HandlerRuntime handlers, StorageProbe store, Settings settings,
            InstantSource clock) {
        this.lines = lines;
        this.graph = graph;
        this.handlers = handlers;
        this.store = store;
        this.settings = settings;
        this.clock = clock;
    }

    List<Alarm> now() {
        List<Alarm> alarms = new ArrayList<>();
        try {
            store.look();
            lines.all().forEach(line -> account(line, alarms));
        } catch (StoreUnavailable away) {
            alarms.add(Alarm.bad("alarm.store", String.valueOf(away.getMessage())));
        }
        if (graph.away()) {
            alarms.add(Alarm.bad("alarm.graph", graph.host()));
        }
        lines.all().forEach(line -> work(line, alarms));
        handlers.stuck().forEach((handler, calls) -> alarms.add(Alarm.warning("alarm.stuck", handler, calls)));
        settings.line().costs().rates().outdated(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC))
                .ifPresent(why -> alarms.add(Alarm.warning("alarm.said", why)));
        return alarms;
    }

    private static void account(Line line, List<Alarm> alarms) {
        line.standing().measures()
                .forEach(measure -> alarms.add(Alarm.bad("alarm.account", line.number(), measure)));
        line.standing().troubled().forEach((subject, word) -> alarms
                .add(Alarm.warning("alarm.troubled", subject, word)));
    }

    private static void work(Line line, List<Alarm> alarms) {
        if (line.backlog().full()) {
            alarms.add(Alarm.bad("alarm.full", line.number()));
        }
        long dead = line.backlog().seen().mail().dead() + line.backlog().seen().sends().apart().dead();
        if (dead > 0) {
            alarms.add(Alarm.warning("alarm.dead", dead).leadingTo("/console/deliveries?number=" + line.number()));
        }
        long quarantined = line.backlog().seen().mail().quarantined();
        if (quarantined > 0) {
            alarms.add(Alarm.warning("alarm.quarantined", quarantined)
                    .leadingTo("/console/deliveries?number=" + line.number() + "&kind=quarantined"));
        }
    }
}
