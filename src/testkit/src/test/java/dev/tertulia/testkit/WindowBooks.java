package dev.tertulia.testkit;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.emulator.ApiCall;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.MessageStatus;

/** An independent computation of one group's window from the bot's events, and a check of what was sent through it. */
final class WindowBooks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration DAY = Duration.ofHours(24);
    private static final Duration MARGIN = Duration.ofMinutes(2);
    private static final int SHUT = 131047;

    /** The counts of cases over all sequences. */
    record Counts(int freeForm, int templates, int refused) {

        Counts() {
            this(0, 0, 0);
        }

        Counts plus(Counts more) {
            return new Counts(freeForm + more.freeForm, templates + more.templates, refused + more.refused);
        }
    }

    private final InstantSource clock;
    private final Set<String> toldShut = new HashSet<>();
    private final List<String> templatesInside = new ArrayList<>();
    private Instant openUntil = Instant.MIN;
    private Counts counts = new Counts();

    WindowBooks(InstantSource clock) {
        this.clock = clock;
    }

    /** Records that the bot received a message, perhaps a day after it was written. */
    void heard(GroupMessage message) {
        Instant until = message.origin().at().plus(DAY);
        openUntil = until.isAfter(openUntil) ? until : openUntil;
    }

    /** Records that the bot received a status of its message. */
    void heard(MessageStatus status) {
        if (status.errors().stream().anyMatch(error -> error.code() == SHUT)) {
            toldShut.add(String.valueOf(status.callback()));
            openUntil = Instant.MIN;
        }
    }

    /** Records a request of the bot and its response. */
    void called(ApiCall call) {
        JsonNode asked = read(call.request());
        String id = asked.path("biz_opaque_callback_data").asText();
        boolean template = asked.path("type").asText().equals("template");
        boolean shut = read(call.response()).at("/error/code").asInt() == SHUT;
        if (template && open() && !toldShut.contains(id)) {
            templatesInside.add("%s, though open until %s".formatted(call, openUntil));
        }
        if (shut) {
            toldShut.add(id);
            openUntil = Instant.MIN;
        }
        counts = counts.plus(new Counts(template || shut ? 0 : 1, template ? 1 : 0, shut ? 1 : 0));
    }

    private boolean open() {
        return clock.instant().isBefore(openUntil.equals(Instant.MIN) ? openUntil : openUntil.minus(MARGIN));
    }

    private static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> templatesInside() {
        return templatesInside;
    }

    Counts counts() {
        return counts;
    }
}
