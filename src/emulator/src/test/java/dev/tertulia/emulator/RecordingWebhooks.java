package dev.tertulia.emulator;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.webhook.WebhookTarget;

/** A bot that writes down its webhooks and answers as it is told, 200 when it is not. */
final class RecordingWebhooks implements WebhookTarget {
    private final List<String> signatures = new ArrayList<>();
    private final List<byte[]> bodies = new ArrayList<>();
    private final Deque<Integer> answers = new ArrayDeque<>();

    @Override
    public synchronized int deliver(String signature, byte[] body) throws IOException {
        signatures.add(signature);
        bodies.add(body);
        int status = answers.isEmpty() ? 200 : answers.poll();
        if (status == 0) {
            throw new IOException("connection refused");
        }
        return status;
    }

    synchronized void answer(int... statuses) {
        for (int status : statuses) {
            answers.add(status);
        }
    }

    synchronized List<byte[]> bodies() {
        return List.copyOf(bodies);
    }

    synchronized List<String> signatures() {
        return List.copyOf(signatures);
    }

    List<JsonNode> webhooks() {
        return bodies().stream().<JsonNode>map(Json::read).toList();
    }

    /** The {@code value} of each webhook. */
    List<JsonNode> values() {
        return webhooks().stream().map(one -> one.at("/entry/0/changes/0/value")).toList();
    }

    synchronized void forget() {
        bodies.clear();
        signatures.clear();
    }
}
