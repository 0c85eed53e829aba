package dev.tertulia.moderation.cases;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** Where a case stands. */
public enum CaseState {
    /** Nothing was done: the rules that hit are tried in shadow mode, or only take notes. */
    NOTED,
    /** What the rules say was done. */
    DONE,
    /** People have to decide. */
    OPEN,
    /** People have approved what was proposed, and it is being carried out. */
    APPROVED,
    /** What was approved is carried out. */
    CARRIED_OUT,
    /** WhatsApp did not carry out what was approved. */
    FAILED,
    /** People have turned down what was proposed. */
    REFUSED,
    /** Nobody decided in time, so nothing was done. */
    EXPIRED,
    /** The rule should not have hit. */
    WRONG,
    /** Its strikes are forgiven. */
    FORGIVEN,
    /** The person has appealed, and people have to look at it again. */
    APPEALED,
    /** People have confirmed the decision after an appeal. */
    UPHELD;

    /** The name as it is written in commands and exports, such as {@code carried-out}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The state with that name; empty if there is none. */
    public static Optional<CaseState> find(String word) {
        String plain = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Stream.of(values()).filter(state -> state.name().equals(plain)).findFirst();
    }

    /** Whether the case waits for people. */
    public boolean waits() {
        return this == OPEN || this == APPEALED;
    }
}
