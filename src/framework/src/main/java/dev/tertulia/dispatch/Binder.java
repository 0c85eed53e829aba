package dev.tertulia.dispatch;

import org.jspecify.annotations.Nullable;

/** What fills one parameter of a handler; chosen once, at start-up. */
@FunctionalInterface
interface Binder {

    /** The value for this turn. */
    @Nullable
    Object bind(BufferedTurn turn, Match match);
}
