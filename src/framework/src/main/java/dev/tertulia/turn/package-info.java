/** Turns: the handling of one event, with the state, facts, and dialogues it reads, and the effects it collects. */
@NullMarked
package dev.tertulia.turn;

import org.jspecify.annotations.NullMarked;
