package dev.tertulia.moderation.rules;

/**
 * The share of the groups in which a new version of the rules is in force; the version before it is in force in the others.
 * The share is stable: a group that belongs to it also belongs to every greater share.
 *
 * @param percent more than 0, at most 100
 */
public record Canary(double percent) {

    /** All groups. */
    public static final Canary ALL = new Canary(100);

    private static final int PARTS = 10_000;
    private static final int MIX = 0x9E3779B9;

    /** Whether a group belongs to the share. */
    public boolean includes(String group) {
        int mixed = group.hashCode() * MIX;
        return Integer.remainderUnsigned(mixed ^ mixed >>> 15, PARTS) < percent / 100 * PARTS;
    }
}
