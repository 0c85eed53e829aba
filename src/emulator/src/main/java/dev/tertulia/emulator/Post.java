package dev.tertulia.emulator;

import java.time.Instant;

/** A webhook on its way: what it says, and how its deliveries went. Guarded by the cloud's lock. */
final class Post {
    private final String id;
    private final String field;
    private final Instant at;
    private final byte[] body;
    private Runnable onDeparture = () -> {};
    private int attempts;
    private String outcome = "waiting";
    private long notBefore = Long.MIN_VALUE;

    Post(String id, String field, Instant at, byte[] body) {
        this.id = id;
        this.field = field;
        this.at = at;
        this.body = body;
    }

    String id() {
        return id;
    }

    String field() {
        return field;
    }

    Instant at() {
        return at;
    }

    byte[] body() {
        return body;
    }

    int attempts() {
        return attempts;
    }

    /** waiting, delivered, expired, or why the last attempt failed. */
    String outcome() {
        return outcome;
    }

    long notBefore() {
        return notBefore;
    }

    void onDeparture(Runnable step) {
        onDeparture = step;
    }

    void depart() {
        attempts++;
        onDeparture.run();
    }

    void ended(String how) {
        outcome = how;
    }

    void failed(String why, long tryAgainAt) {
        outcome = why;
        notBefore = tryAgainAt;
    }
}
