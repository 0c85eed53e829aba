package dev.tertulia.moderation.bot;

import java.nio.file.Files;
import java.nio.file.Path;

import io.micronaut.context.condition.Condition;
import io.micronaut.context.condition.ConditionContext;

/** Holds if the setting {@code tertulia.moderation} names a rule file, or there is one in the usual place. */
public final class RuleFileGiven implements Condition {

    /** The usual place of the rule file. */
    static final String USUAL = "config/moderation.yml";

    /** The condition, which the container creates. */
    public RuleFileGiven() {}

    @Override
    @SuppressWarnings("rawtypes") // as the interface has it
    public boolean matches(ConditionContext context) {
        return context.getProperty("tertulia.moderation", String.class).filter(file -> !file.isBlank()).isPresent()
                || Files.exists(Path.of(USUAL));
    }

    /** The rule file of a setting; the one in the usual place if the setting is blank. */
    static Path file(String setting) {
        return Path.of(setting.isBlank() ? USUAL : setting);
    }
}
