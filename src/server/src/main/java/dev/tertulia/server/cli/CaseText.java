package dev.tertulia.server.cli;

import java.util.stream.Collectors;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.server.cli.terminal.Printer;

/** Printer of cases for people. What was not done, since the rule is in shadow, is in parentheses. */
record CaseText(Printer out) {

    private static final String ERASED = "(erased)";

    /** One line about a case. */
    void brief(Case one) {
        out.printf("  %-5s %s  %-11s  %s  %s%n", one.number(), one.at(), one.state().word(),
                one.rules().isEmpty() ? "-" : String.join(", ", one.rules()), name(one));
    }

    /** All that is known about a case. */
    void whole(Case one) {
        out.println(one.number());
        row("State", one.state().word());
        row("At", one.at());
        row("On", one.on());
        row("Group", one.group());
        row("Person", one.who() == null ? ERASED : one.name() + " (" + one.who().id() + ")");
        one.findings().forEach(finding -> row("Rule", text(finding)));
        row("Actions", one.deeds().stream().map(CaseText::text).distinct().collect(Collectors.joining(", ")));
        if (one.text() != null) {
            row("Text", one.text());
        }
        row("Version", one.version());
        one.entries().stream().skip(1).forEach(this::entry);
    }

    private static String name(Case one) {
        return one.who() == null ? ERASED : one.name();
    }

    private static String text(Finding finding) {
        return finding.rule() + " (" + finding.mode() + ")"
                + (finding.evidence() == null ? "" : ": " + finding.evidence());
    }

    private static String text(Deed deed) {
        return deed.done() ? deed.action() : "(" + deed.action() + ")";
    }

    private void entry(CaseEntry entry) {
        out.printf("  %s  %s%s%s%n", entry.at(), entry.kind().word(),
                entry.byName().isEmpty() ? "" : " by " + entry.byName(),
                entry.text() == null ? "" : ": " + entry.text());
    }

    private void row(String name, Object value) {
        out.printf("  %-8s %s%n", name + ":", value);
    }
}
