package dev.tertulia.load;

import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.emulator.ApiCall;

/** Record of every message that WhatsApp was asked to send, in the order of the requests. */
final class Books {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Collection<Sent> sent = new ConcurrentLinkedQueue<>();
    private final AtomicInteger taken = new AtomicInteger();
    private final AtomicInteger operations = new AtomicInteger();
    private volatile Instant latest = Instant.MIN;

    void note(ApiCall call) {
        latest = call.at();
        if (call.path().endsWith("/messages")) {
            note(read(call));
        } else if (!call.method().equals("GET")) {
            operations.incrementAndGet();
        }
    }

    private void note(Sent message) {
        sent.add(message);
        if (message.taken()) {
            taken.incrementAndGet();
        }
    }

    private static Sent read(ApiCall call) {
        try {
            JsonNode asked = JSON.readTree(call.request());
            int code = call.status() > 200 ? JSON.readTree(call.response()).at("/error/code").asInt() : 0;
            return new Sent(call.at(), asked.path("to").asText(), asked.path("biz_opaque_callback_data").asText(),
                    asked.at("/text/body").asText(), call.status(), code);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The number of messages accepted so far. */
    int taken() {
        return taken.get();
    }

    /** The number of operations on groups requested so far. */
    int operations() {
        return operations.get();
    }

    /** The time of the last request. */
    Instant latest() {
        return latest;
    }

    List<Sent> all() {
        return List.copyOf(sent);
    }

    long count(Instant from, Instant to, Predicate<Sent> which) {
        return sent.stream().filter(message -> message.within(from, to)).filter(which).count();
    }
}
