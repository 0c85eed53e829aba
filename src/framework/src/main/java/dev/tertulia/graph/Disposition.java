package dev.tertulia.graph;

/** The reaction of the line to an error. */
public enum Disposition {
    RETRY("Nothing was done: it is repeated with growing pauses."),
    RETRY_IF_SAFE("Perhaps something was done: what may be repeated is, else the outcome is unknown."),
    SLOW_MESSAGES("The number's messages slow down, then it is repeated."),
    SLOW_OPERATIONS("The number's operations on groups slow down, then it is repeated."),
    SLOW_LANE("Calls of this kind slow down, then it is repeated."),
    SLOW_GROUP("Only this group waits: 1, 4, 16, 64 … seconds, then it is repeated."),
    SLOW_APP("Everything of the number waits, then it is repeated."),
    FALLBACK("The window counts as shut: what the notice says for that is taken."),
    PARK_UNTIL_JOIN("The group waits until somebody joins."),
    PARK_UNTIL_CLEARED("The group waits until WhatsApp clears it."),
    GONE("The group is gone, or too new: it is tried a few times, then it is a dead letter."),
    PAUSE_NUMBER("The number pauses until somebody mends the account."),
    ALREADY_DONE("What was asked for is so already: it counts as done."),
    PARTLY_DONE("Some parts worked: the answer lists which."),
    NEVER("It is not repeated: it is a dead letter.");

    private final String consequence;

    Disposition(String consequence) {
        this.consequence = consequence;
    }

    /** The consequence in one sentence, for people. */
    public String consequence() {
        return consequence;
    }
}
