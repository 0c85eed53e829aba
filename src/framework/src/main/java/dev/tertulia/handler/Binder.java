package dev.tertulia.handler;

import org.jspecify.annotations.Nullable;

import dev.tertulia.turn.BufferedTurn;

/** Provides the value of one parameter of a handler; chosen once, at start-up. */
@FunctionalInterface
interface Binder {

    /** The value for this turn. */
    @Nullable
    Object bind(BufferedTurn turn, Match match);
}
