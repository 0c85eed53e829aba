package dev.tertulia.emulator;

/**
 * How the receipts of a message come after its {@code sent}.
 *
 * @param together all participants of a message in one delivery, else each alone
 * @param delivered whether {@code delivered} comes at all: Meta may send {@code read} alone
 * @param read whether people read what they get
 * @param backwards the last status first, {@code sent} at the end
 * @param twice every status once more
 */
public record Receipts(boolean together, boolean delivered, boolean read, boolean backwards, boolean twice) {
    public static final Receipts USUAL = new Receipts(true, true, true, false, false);

    /** What a member's tick says in the end. */
    String tick() {
        return read ? "read" : delivered ? "delivered" : "sent";
    }
}
