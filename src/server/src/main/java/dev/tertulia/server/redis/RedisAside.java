package dev.tertulia.server.redis;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.aside.AsideStore;
import dev.tertulia.aside.Drawer;
import dev.tertulia.aside.Kind;
import dev.tertulia.outbox.Send;

/** What one number has put aside, in Redis. */
final class RedisAside implements AsideStore {

    private final Map<Kind, Drawer> drawers = new EnumMap<>(Kind.class);
    private final Keys keys;
    private final OutboxCalls calls;

    RedisAside(Scripts scripts, Keys keys) {
        this.keys = keys;
        this.calls = new OutboxCalls(keys);
        drawers.put(Kind.DEAD_EVENT, new LetterStream(scripts, keys.deadEvents(), Kind.DEAD_EVENT, this::rehandle));
        drawers.put(Kind.DEAD_SEND, new LetterStream(scripts, keys.deadSends(), Kind.DEAD_SEND, this::resend));
        drawers.put(Kind.QUARANTINED, new RedisQuarantine(scripts, keys));
        drawers.put(Kind.HELD, new HeldDrawer(scripts, keys, calls));
        drawers.put(Kind.UNKNOWN, new UnknownDrawer(scripts, keys, calls));
        drawers.put(Kind.PARKED, new ParkedDrawer(scripts, keys, calls));
    }

    @Override
    public Drawer drawer(Kind kind) {
        return drawers.get(kind);
    }

    private Call rehandle(String id, JsonNode letter, Instant now) {
        JsonNode event = letter.path("event");
        String group = LetterStream.group(letter);
        return new Call(Script.REHANDLE)
                .keys(keys.deadEvents(), keys.waiting(), keys.ready(), keys.claims(), keys.mail(group))
                .args(id, group, event);
    }

    private Call resend(String id, JsonNode letter, Instant now) {
        Send send = send(letter.path("send").toString()).anew(now);
        Call call = calls.ofEntry(Script.RESEND, send.group(), send.id(), null).args(id);
        return CommitCall.appended(call, keys, send);
    }

    /** An entry to be put back. */
    static Send send(String json) {
        try {
            return Codec.read(json, Send.class);
        } catch (UncheckedIOException newer) {
            throw new Drawer.CannotRead(newer);
        }
    }

    /** When an entry expires, if it does. */
    static @Nullable Instant expires(JsonNode send) {
        return send.hasNonNull("expires") ? Instant.parse(send.path("expires").asText()) : null;
    }
}
