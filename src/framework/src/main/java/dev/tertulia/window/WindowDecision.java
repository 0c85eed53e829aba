package dev.tertulia.window;

import java.time.Instant;

import dev.tertulia.bot.Template;

/** The decision about a message at the time of sending. */
public sealed interface WindowDecision {

    /** The window is open: the message is sent unchanged. */
    record SendFreeForm() implements WindowDecision {}

    /** The window is shut: this template is sent instead. */
    record SendTemplate(Template template) implements WindowDecision {}

    /** The window is shut: the message is held until somebody writes, at most until this time. */
    record HoldUntil(Instant atMost) implements WindowDecision {}

    /** The window is shut: the message is dropped. */
    record Forget(String reason) implements WindowDecision {}
}
