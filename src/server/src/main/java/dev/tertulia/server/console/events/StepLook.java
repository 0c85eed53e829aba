package dev.tertulia.server.console.events;

import dev.tertulia.journal.Step;

/**
 * How pages show a step.
 *
 * @param text  the key of its name
 * @param style the class of its style
 */
public record StepLook(String text, String style) {

    /** The look of a step. */
    public static StepLook of(Step step) {
        return switch (step) {
            case ACCEPTED -> new StepLook("step.accepted", "");
            case HANDLED -> new StepLook("step.handled", "good");
            case UNHANDLED -> new StepLook("step.unhandled", "");
            case RETRIED -> new StepLook("step.retried", "warning");
            case DEAD -> new StepLook("step.dead", "bad");
            case SENT -> new StepLook("step.sent", "good");
            case WAITING -> new StepLook("step.waiting", "warning");
            case UNKNOWN -> new StepLook("step.unknown", "bad");
            case HELD -> new StepLook("step.held", "warning");
            case PARKED -> new StepLook("step.parked", "bad");
            case DROPPED -> new StepLook("step.dropped", "bad");
            case RETRIED_BY_HAND -> new StepLook("step.byhand", "");
            case DISCARDED -> new StepLook("step.discarded", "");
            default -> new StepLook("step.other", step.alarming() ? "bad" : "");
        };
    }
}
