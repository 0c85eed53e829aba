package dev.tertulia.server.settings;

import java.util.List;
import java.util.Optional;

import dev.tertulia.Line;

/**
 * All that the operator decided.
 *
 * @param accounts the numbers to serve; empty asks for the demo
 * @param redis    where to keep everything; empty for memory
 * @param line     how each number's line behaves
 * @param failures what the log tells of handlers that fail
 * @param bots     names of the bots that serve; empty for the usual choice
 * @param scene    what the demo begins with
 */
public record Settings(List<Account> accounts, GraphSite graph, WebhookSecrets webhook, Optional<String> redis,
        Line.Settings line, LogFailures failures, List<String> bots, Scene scene) {

    /** Whether there is no account, so that WhatsApp has to be emulated. */
    public boolean demo() {
        return accounts.isEmpty();
    }

    /** Leaves the store's address out, which may hold a password. */
    @Override
    public String toString() {
        return "Settings[" + accounts + ", " + graph + "]";
    }
}
