package dev.tertulia.moderation.cases;

/**
 * The outcome of a decision.
 *
 * @param what  the case after it
 * @param added whether this decision counts; it does not if the case was decided before
 * @param entry the entry that counts
 */
public record Decided(Case what, boolean added, CaseEntry entry) {

    /** Whether the turn with this key has made the decision that counts: now, or in an attempt before. */
    public boolean isOf(String turn) {
        return entry.isOf(turn);
    }
}
