package dev.tertulia.server.cli.delivery;

import dev.tertulia.server.cli.terminal.Printer;

/** A number whose deliveries go to another address for a while. What was there before is restored once. */
final class Detour implements AutoCloseable {

    private final NumberOverride override;
    private final String before;
    private final Printer out;
    private boolean over;

    private Detour(NumberOverride override, String before, Printer out) {
        this.override = override;
        this.before = before;
        this.out = out;
    }

    /** Begins a detour. */
    static Detour to(String address, NumberOverride override, Printer out) {
        NumberOverride.Addresses known = override.now();
        override.set(address);
        String usual = known.ofApp().isEmpty() ? "the app's address" : "the app's address " + known.ofApp();
        out.println("Deliveries of the number go to " + address + " now, instead of "
                + (known.ofNumber().isEmpty() ? usual : known.ofNumber()) + ".");
        return new Detour(override, known.ofNumber(), out);
    }

    /** Restores what was there before. */
    @Override
    public synchronized void close() {
        if (!over) {
            over = true;
            override.set(before);
            out.println(before.isEmpty()
                    ? "The number has no address of its own any more: its deliveries go to the app's address again."
                    : "Deliveries of the number go to " + before + " again.");
        }
    }
}
