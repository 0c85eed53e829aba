package dev.tertulia.dispatch;

import dev.tertulia.message.Unrepeatable;

/** Says that attempts at an event were begun and came to no end, since their process ended first. */
final class AttemptsAbandoned extends RuntimeException implements Unrepeatable {

    private static final long serialVersionUID = 1;

    AttemptsAbandoned(int attempts) {
        super("attempt " + attempts + " was begun and came to no end: the process ended meanwhile, or did not reach"
                + " the store for long; look for what ends it, such as memory that runs out", null, false, false);
    }

    @Override
    public String rule() {
        return String.valueOf(getMessage());
    }
}
