package dev.tertulia.server.cli;

import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.store.StoreAccess;
import dev.tertulia.server.settings.BadSettings;
import dev.tertulia.store.StoreUnavailable;

/**
 * The labels of a rule file, compared with those that groups have.
 *
 * @param unknown    the labels that no group has
 * @param notChecked why they could not be compared; {@code null} if they were
 */
record GroupLabels(List<Problem> unknown, @Nullable String notChecked) {

    private static final GroupLabels NONE = new GroupLabels(List.of(), null);

    /** Compares the labels of a file, if it names any, with those of all numbers. */
    static GroupLabels of(RuleSet rules, Supplier<StoreAccess> store) {
        if (rules.labels().isEmpty()) {
            return NONE;
        }
        try (StoreAccess open = store.get()) {
            Set<String> existing = open.operators(null).stream()
                    .flatMap(operator -> operator.groups().labels().stream()).collect(Collectors.toSet());
            return new GroupLabels(rules.unknownLabels(existing), null);
        } catch (BadSettings | StoreUnavailable e) {
            return new GroupLabels(List.of(), String.valueOf(e.getMessage()));
        }
    }
}
