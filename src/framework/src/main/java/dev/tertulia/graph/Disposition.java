package dev.tertulia.graph;

/** The reaction of the line to an error. */
public enum Disposition {
    RETRY("Nothing was done: it is repeated with growing pauses."),
    RETRY_IF_SAFE("Something may have been done: it is repeated if that is safe, else its outcome is unknown."),
    SLOW_MESSAGES("The number's messages slow down, then it is repeated."),
    SLOW_OPERATIONS("The number's operations on groups slow down, then it is repeated."),
    SLOW_LANE("Calls of this kind slow down, then it is repeated."),
    SLOW_GROUP("Only this group waits: 1, 4, 16, 64 … seconds, then it is repeated."),
    SLOW_APP("Everything of the number waits, then it is repeated."),
    FALLBACK("The window counts as shut: the notice says what follows."),
    PARK_UNTIL_JOIN("The group waits until somebody joins."),
    PARK_UNTIL_CLEARED("The group waits until WhatsApp clears it."),
    GONE("The group is gone, or too new: it is tried a few times, then it is a dead letter."),
    PAUSE_NUMBER("The number pauses until somebody corrects the account."),
    ALREADY_DONE("It was done before: it counts as done."),
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
