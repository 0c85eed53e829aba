package dev.tertulia.dispatch;

import dev.tertulia.message.Unrepeatable;

/** Attempts at an event were begun and did not end, because their process ended first. */
final class AttemptsAbandoned extends RuntimeException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    AttemptsAbandoned(int attempts) {
        super("attempt " + attempts + " was begun and did not end: the process ended meanwhile, or could not reach"
                + " the store for long; look for what ends it, such as a lack of memory", null, false, false);
    }

    @Override
    public String rule() {
        return String.valueOf(getMessage());
    }
}
