package dev.tertulia.moderation.rules;

import java.util.List;

/**
 * The content of a rule file.
 *
 * @param id       the version: a short hash of the file and of the lists that it names
 * @param warnings what is allowed and probably not meant
 */
public record RuleSet(String id, Settings settings, List<Policy> policies, List<Problem> warnings) {

    public RuleSet {
        policies = List.copyOf(policies);
        warnings = List.copyOf(warnings);
    }
}
