package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.RuleDiff;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.settings.Settings;

/** What can be done with the rule file. */
@Singleton
@Requires(beans = Settings.class)
final class RuleDesk {

    static final String PATH = "/console/moderation/rules";

    private final Moderation moderation;
    private volatile @Nullable RuleStore store;

    RuleDesk(Moderation moderation) {
        this.moderation = moderation;
    }

    Moderation moderation() {
        return moderation;
    }

    synchronized RuleStore store() {
        RuleStore known = store;
        if (known == null) {
            known = new RuleStore(moderation.file().file());
            store = known;
        }
        return known;
    }

    /**
     * What a text is as a rule file.
     *
     * @param rules    {@code null} if anything in it is wrong
     * @param problems what is wrong, or what is probably not meant
     * @param changes  the differences from the running version
     */
    record Checked(@Nullable RuleSet rules, List<Problem> problems, List<RuleDiff.Change> changes) {}

    Checked check(String text) {
        try {
            RuleSet rules = RuleFile.read(text, moderation.file().folder());
            return new Checked(rules, rules.warnings(), RuleDiff.between(moderation.rules(), rules));
        } catch (RuleFileException e) {
            return new Checked(null, e.problems(), List.of());
        }
    }

    /** A rule of the running version, by the names of its policy and its own. */
    Optional<Rule> rule(String name) {
        return moderation.rules().policies().stream().filter(policy -> name.startsWith(policy.name() + "/"))
                .flatMap(policy -> policy.rules().stream()
                        .filter(rule -> name.equals(policy.name() + "/" + rule.name())))
                .findFirst();
    }

    /**
     * The file with another mode of a rule; empty if that is not all that would change, so that people have to do it in the
     * editor.
     */
    Optional<String> switched(String name, Mode mode) {
        int slash = name.indexOf('/');
        if (slash < 0) {
            return Optional.empty();
        }
        String text = store().text();
        return ModeSwitch.switched(text, name.substring(0, slash), name.substring(slash + 1), word(mode))
                .filter(changed -> onlyMode(text, changed));
    }

    private boolean onlyMode(String before, String after) {
        RuleSet old = check(before).rules();
        RuleSet now = check(after).rules();
        return old != null && now != null && RuleDiff.between(old, now).stream().map(RuleDiff.Change::part).toList()
                .equals(List.of("mode"));
    }

    static String word(Mode mode) {
        return mode.name().toLowerCase(Locale.ROOT);
    }
}
