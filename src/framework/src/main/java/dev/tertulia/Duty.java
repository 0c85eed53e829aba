package dev.tertulia;

import java.util.function.BooleanSupplier;

/**
 * Something that a line does from time to time.
 *
 * @param name   says what, for logs
 * @param when   in which state of the process it is done
 * @param action returns whether there may be more of it right away
 */
record Duty(String name, When when, BooleanSupplier action) {

    /** The states of a process in which a duty is done. */
    enum When {
        /** Always, also while the process stops. */
        ALWAYS,
        /** While the process takes new work. */
        TAKING,
        /** While the process holds the lease of the pump. */
        LEADING
    }

    static Duty of(String name, When when, Runnable action) {
        return new Duty(name, when, () -> {
            action.run();
            return false;
        });
    }
}
