package dev.tertulia.testkit;

import java.util.Map;
import java.util.TreeSet;

import dev.tertulia.emulator.Fault;
import dev.tertulia.emulator.Receipts;
import dev.tertulia.emulator.webhook.DeliverySettings;

/**
 * The behaviour of WhatsApp in a test: what it refuses, what it loses, and how its webhooks and receipts arrive. A test takes
 * it as a parameter. Without it everything is accepted at once, and each webhook arrives once and in order.
 */
public final class TestWhatsApp {

    private static final Map<Integer, Fault> BY_CODE = Map.ofEntries(Map.entry(130429, Fault.RATE_LIMIT),
            Map.entry(131056, Fault.PAIR_LIMIT), Map.entry(131208, Fault.GROUP_OPERATIONS_LIMIT),
            Map.entry(131047, Fault.WINDOW_SHUT), Map.entry(131000, Fault.SERVER_ERROR),
            Map.entry(190, Fault.TOKEN_EXPIRED), Map.entry(2, Fault.UNAVAILABLE),
            Map.entry(131057, Fault.MAINTENANCE), Map.entry(4, Fault.APP_LIMIT), Map.entry(80007, Fault.ACCOUNT_LIMIT),
            Map.entry(132015, Fault.TEMPLATE_PAUSED), Map.entry(10, Fault.PERMISSION),
            Map.entry(131215, Fault.NOT_ELIGIBLE), Map.entry(131214, Fault.GROUP_CREATION_DISABLED));

    private final TestBench bench;

    TestWhatsApp(TestBench bench) {
        this.bench = bench;
    }

    /**
     * Refuses the next request that an error of this code concerns: 131208, 131214 and 131215 an operation on a group, all
     * others a message.
     *
     * @throws IllegalArgumentException if WhatsApp does not refuse with this code here
     */
    public void refusesNext(int code) {
        Fault fault = BY_CODE.get(code);
        if (fault == null) {
            throw new IllegalArgumentException("WhatsApp refuses with " + new TreeSet<>(BY_CODE.keySet()) + " here, not"
                    + " with " + code);
        }
        bench.whatsApp().faults().next(fault, 1);
    }

    /** Does not answer the next message, although it is sent. */
    public void losesNextAnswer() {
        bench.whatsApp().faults().next(Fault.TIMEOUT_ACCEPTED, 1);
    }

    /** Does not answer the next operation on a group, although it is carried out. */
    public void losesNextOperationAnswer() {
        bench.whatsApp().faults().next(Fault.OPERATION_TIMEOUT_ACCEPTED, 1);
    }

    /** Neither answers nor sends the next message. */
    public void losesNextMessage() {
        bench.whatsApp().faults().next(Fault.TIMEOUT, 1);
    }

    /** Accepts the next message and reports by a status that it failed: with 131047, as in a window that is shut. */
    public void failsNextLater() {
        bench.whatsApp().faults().next(Fault.LATE_WINDOW_SHUT, 1);
    }

    /** Accepts the next operation on a group and reports by a webhook that it failed. */
    public void failsNextOperation() {
        bench.whatsApp().faults().next(Fault.OPERATION_FAILS_LATER, 1);
    }

    /**
     * Accepts the next operation on a group that has several parts, such as the removal of several people, and reports by a
     * webhook that the first part failed.
     */
    public void failsPartOfNextOperation() {
        bench.whatsApp().faults().next(Fault.OPERATION_FAILS_PARTLY, 1);
    }

    /** Delivers each webhook twice from now on. */
    public void deliversTwice() {
        bench.whatsApp().webhooks().delivery(new DeliverySettings(1, 100, false, DeliverySettings.USUAL.late()));
    }

    /** Delivers waiting webhooks in any order from now on, several at once. */
    public void deliversInAnyOrder() {
        bench.whatsApp().webhooks().delivery(new DeliverySettings(3, 0, true, DeliverySettings.USUAL.late()));
    }

    /** Sends no receipts beyond {@code sent} from now on. */
    public void sendsNoReceipts() {
        bench.whatsApp().receipts(new Receipts(true, false, false, false, false));
    }

    /** Sends the receipts of each member by itself, twice and backwards, from now on. */
    public void sendsReceiptsInDisorder() {
        bench.whatsApp().receipts(new Receipts(false, true, true, true, true));
    }
}
