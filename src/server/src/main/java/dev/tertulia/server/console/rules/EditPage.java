package dev.tertulia.server.console.rules;

import java.util.List;

import dev.tertulia.moderation.backtest.RuleDiff;
import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The editor of the rule file.
 *
 * @param text     the text in the editor
 * @param base     the hash of the text that it replaces
 * @param writable whether it can be saved here
 * @param checked  whether the text was checked
 * @param problems what is wrong, or probably not meant
 * @param wrong    whether anything is wrong
 * @param changes  the differences from the running version
 * @param history  whether messages are kept, which a back-test needs
 */
public record EditPage(NumberChoice number, String text, String base, boolean writable, boolean checked,
        List<Problem> problems, boolean wrong, List<RuleDiff.Change> changes, boolean history) {}
