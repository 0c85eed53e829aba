package dev.tertulia.outbox;

import java.time.Instant;

import dev.tertulia.costs.Costs;
import dev.tertulia.window.WindowRule;
import dev.tertulia.window.Windows;

/**
 * The rules that an entry must pass before it leaves.
 *
 * @param windows  the customer service windows of the number's groups
 * @param window   what the windows allow
 * @param costs    what the number may spend
 * @param standing what WhatsApp forbids the account for now
 * @param filter   what authors change or stop
 * @param events   is notified of the progress of messages
 */
public record SendRules(Windows windows, WindowRule window, Costs costs, AccountRestrictions standing,
        OutgoingFilter filter,
        SendEvents events) {

    /** The rules of an account in good standing whose authors filter nothing. */
    public SendRules(Windows windows, WindowRule window, Costs costs) {
        this(windows, window, costs, AccountRestrictions.GOOD, OutgoingFilter.NONE, SendEvents.NONE);
    }

    /** Whether a free-form message to this group may leave. */
    boolean open(String group, Instant now) {
        return window.isOpen(windows.knownOpenUntil(group), now) || window.isOpen(windows.openUntil(group), now);
    }
}
