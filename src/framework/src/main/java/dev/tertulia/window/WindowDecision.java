package dev.tertulia.window;

import java.time.Instant;

import dev.tertulia.bot.Template;

/** What to do with a message at the moment of sending. */
public sealed interface WindowDecision {

    /** The window is open: send it as it is. */
    record SendFreeForm() implements WindowDecision {}

    /** The window is shut: send this instead. */
    record SendTemplate(Template template) implements WindowDecision {}

    /** The window is shut: keep it until somebody writes, but not beyond this moment. */
    record HoldUntil(Instant atMost) implements WindowDecision {}

    /** The window is shut: forget it. */
    record Forget(String reason) implements WindowDecision {}
}
