package dev.tertulia.server.settings;

import java.util.List;
import java.util.Optional;

import dev.tertulia.Line;
import dev.tertulia.moderation.classifier.ClassifierEndpoint;
import dev.tertulia.store.EventJournal;

/**
 * All settings of the operator.
 *
 * @param accounts the numbers to serve; empty for the demo
 * @param redis    the address of the store; empty for memory
 * @param line     the settings of each number's line
 * @param failures how much the log shows of handler failures
 * @param bots     the names of the bots to run; empty for the default choice
 * @param scene    the demo's initial state and access rules
 * @param classifiers what moderation asks for scores of texts
 * @param console the passwords of the console
 * @param journal the bounds of each number's journal of events
 */
public record Settings(List<Account> accounts, GraphSite graph, WebhookSecrets webhook, Optional<String> redis,
        Line.Settings line, LogFailures failures, List<String> bots, Scene scene,
        List<ClassifierEndpoint> classifiers, ConsoleSettings console, EventJournal.Limits journal) {

    /** Whether no account is configured, so that WhatsApp is emulated. */
    public boolean demo() {
        return accounts.isEmpty();
    }

    /** Omits the store's address, which may contain a password. */
    @Override
    public String toString() {
        return "Settings[" + accounts + ", " + graph + "]";
    }
}
