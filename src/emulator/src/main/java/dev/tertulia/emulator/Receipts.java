package dev.tertulia.emulator;

/**
 * Settings for the receipts that follow a message's {@code sent} status.
 *
 * @param together whether the receipts of all participants come in one webhook
 * @param delivered whether {@code delivered} is sent; Meta may send {@code read} alone
 * @param read whether {@code read} is sent
 * @param backwards whether the order is reversed, with {@code sent} at the end
 * @param twice whether each status is sent twice
 */
public record Receipts(boolean together, boolean delivered, boolean read, boolean backwards, boolean twice) {
    public static final Receipts USUAL = new Receipts(true, true, true, false, false);

    /** Returns the final state of a member's tick. */
    String tick() {
        return read ? "read" : delivered ? "delivered" : "sent";
    }
}
