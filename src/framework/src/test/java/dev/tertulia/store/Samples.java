package dev.tertulia.store;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.message.Content;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Progress;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.Settlement;

/** What goes in and out in tests of stores. */
public final class Samples {

    public static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    public static final Duration LONG = Duration.ofMinutes(1);
    public static final Duration BRIEF = Duration.ofMillis(20);

    private Samples() {}

    public static Origin origin(String group, String key, Instant at) {
        return new Origin("1", "15550001111", group, at, key);
    }

    public static Event message(String group, String key) {
        return message(group, key, NOW);
    }

    public static Event message(String group, String key, Instant at) {
        return new GroupMessage(origin(group, key, at), "wamid." + key, Member.ofPhone("4915112345678"),
                new Content.Text("Grüße \"an\"\nalle 👋"), null, false);
    }

    public static Send send(String group, String id) {
        return send(group, id, Priority.REPLY);
    }

    public static Send send(String group, String id, Priority priority) {
        return new Send(id, group, new Message.FreeForm(new Body.Text("hello"), null), priority,
                new WhenShut.Hold(Duration.ofHours(1)), NOW, null, Progress.NONE);
    }

    /** An entry that was written at some moment. */
    public static Send send(String group, String id, Instant created) {
        Send send = send(group, id);
        return new Send(id, group, send.action(), send.priority(), send.whenShut(), created, null,
                Progress.NONE);
    }

    public static Send operation(String group, String id) {
        return new Send(id, group, new GroupOperation.ResetInviteLink(), Priority.REPLY, null, NOW, null,
                Progress.NONE);
    }

    public static Send with(Send send, Progress progress) {
        return new Send(send.id(), send.group(), send.action(), send.priority(), send.whenShut(), send.created(),
                send.expires(), progress);
    }

    /** The entry after an attempt of which nobody knows how it ended. */
    public static Send unknown(Send send) {
        return with(send, new Progress.AwaitingStatus(1, NOW, NOW.plus(LONG)));
    }

    public static StartTimer timer(String group, String name, String id, Instant at) {
        return new StartTimer(group, name, id, at, "payload of " + id);
    }

    public static Effects sends(Send... sends) {
        return new Effects(Map.of(), List.of(sends), List.of(), List.of(), List.of(), null);
    }

    public static Effects timers(StartTimer... timers) {
        return new Effects(Map.of(), List.of(), List.of(timers), List.of(), List.of(), null);
    }

    public static Effects state(String key, String json) {
        return new Effects(Map.of(key, Optional.ofNullable(json)), List.of(), List.of(), List.of(), List.of(), null);
    }

    public static Settlement settlement(Send send, SettlementKind kind) {
        return settlement(send, kind, NOW);
    }

    public static Settlement settlement(Send send, SettlementKind kind, Instant until) {
        return kind.of(send, NOW, until);
    }

    /** What several threads get that do the same at once. */
    public static <T> List<T> atOnce(int threads, Callable<T> task) throws InterruptedException {
        try (ExecutorService executor = Executors.newVirtualThreadPerTaskExecutor()) {
            return executor.invokeAll(Collections.nCopies(threads, task)).stream().map(Future::resultNow).toList();
        }
    }
}
