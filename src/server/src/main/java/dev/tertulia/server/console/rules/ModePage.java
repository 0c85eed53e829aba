package dev.tertulia.server.console.rules;

import java.util.List;

import dev.tertulia.server.console.moderation.CaseView;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A rule whose mode is to be switched, and what it has hit.
 *
 * @param to       the mode that it would get
 * @param actions  what it does when it is enforced
 * @param cases    its latest cases
 * @param people   the number of different people in these
 * @param writable whether it can be switched here
 * @param text     the rule file with the other mode; empty if it has to be changed in the editor
 * @param base     the hash of the text that it replaces
 */
public record ModePage(NumberChoice number, RuleRow rule, String to, List<String> actions, List<CaseView> cases,
        long people, boolean writable, String text, String base) {}
