package dev.tertulia.moderation.bot;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.tertulia.bot.Phrases;
import dev.tertulia.bot.Turn;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.Finding;

/** What staff read about a case. */
final class CaseWords {

    private static final int MOST_EVIDENCE = 200;

    private final Phrases phrases;
    private final String command;

    /**
     * The words in a language.
     *
     * @param prefix what commands begin with
     */
    CaseWords(Phrases phrases, String prefix) {
        this.phrases = phrases;
        this.command = prefix + "mod";
    }

    /** What is said to staff about a new case. */
    String alert(Turn turn, Case one) {
        List<String> lines = new ArrayList<>();
        lines.add(title(turn, one));
        lines.addAll(rules(one));
        if (one.text() != null) {
            lines.add(phrases.get("moderation.text", cut(one.text())));
        }
        one.deeds().stream().filter(deed -> deed.done() && deed.action().equals(Deeds.ALERT)
                && !deed.get("text").isEmpty()).forEach(deed -> lines.add(Sentences.words(deed, one.number())));
        lines.addAll(howToDecide(one));
        return String.join("\n", lines);
    }

    /** Number, person and group of a case. */
    String title(Turn turn, Case one) {
        String subject = turn.group(one.group()).facts().profile().subject();
        String name = one.name().isEmpty() ? phrases.get("moderation.erased") : one.name();
        String by = one.entries().getFirst().byName();
        return by.isEmpty()
                ? phrases.get("moderation.title", one.number(), name, subject == null ? one.group() : subject)
                : phrases.get("moderation.title.report", one.number(), name, subject == null ? one.group() : subject,
                        by);
    }

    private List<String> rules(Case one) {
        return one.findings().stream().map(this::rule).toList();
    }

    private String rule(Finding finding) {
        String evidence = finding.evidence() == null ? "" : cut(finding.evidence());
        String rule = evidence.isEmpty()
                ? phrases.get("moderation.rule", finding.rule())
                : phrases.get("moderation.rule.evidence", finding.rule(), evidence);
        return finding.mode().equals("shadow") ? phrases.get("moderation.rule.shadow", rule) : rule;
    }

    private static String cut(String text) {
        String line = text.strip().replaceAll("\\s+", " ");
        return line.length() > MOST_EVIDENCE ? line.substring(0, MOST_EVIDENCE) + "…" : line;
    }

    private List<String> howToDecide(Case one) {
        if (one.deed(Deeds.PROPOSE).isPresent()) {
            return List.of(phrases.get("moderation.decide.removal", command, one.number(), one.approvalsNeeded()));
        }
        return one.deed(Deeds.REPORT).map(deed -> List.of(phrases.get(deed.get("request").isEmpty()
                ? "moderation.decide.report"
                : "moderation.decide.request", command, one.number()))).orElse(List.of());
    }

    /** All that is known about a case. */
    String whole(Turn turn, Case one) {
        List<String> lines = new ArrayList<>();
        lines.add(title(turn, one));
        lines.addAll(rules(one));
        if (one.text() != null) {
            lines.add(phrases.get("moderation.text", cut(one.text())));
        }
        lines.add(phrases.get("moderation.deeds", deeds(one)));
        one.entries().stream().skip(1).forEach(entry -> lines.add(line(entry)));
        lines.add(phrases.get("moderation.state", one.state().word(), one.version()));
        return String.join("\n", lines);
    }

    private static String deeds(Case one) {
        return one.deeds().stream().map(CaseWords::deed).distinct().collect(Collectors.joining(", "));
    }

    private static String deed(Deed deed) {
        return deed.done() ? deed.action() : "(" + deed.action() + ")";
    }

    private String line(CaseEntry entry) {
        String text = entry.text() == null ? "" : ": " + cut(entry.text());
        return entry.at().toString().substring(0, "2026-01-01T00:00".length()).replace('T', ' ') + " "
                + entry.kind().word() + (entry.byName().isEmpty() ? "" : " " + entry.byName()) + text;
    }

    /** One line about a case. */
    String brief(Case one) {
        return phrases.get("moderation.brief", one.number(), one.name(), String.join(", ", one.rules()),
                one.state().word());
    }

    String say(String key, Object... arguments) {
        return phrases.get("moderation." + key, arguments);
    }

    /** A sentence that names the command. */
    String explain(String key, String number) {
        return phrases.get("moderation." + key, command, number);
    }
}
