package dev.tertulia.moderation.bot;

import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.judge.Hit;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.History;

/** The judgement of one event: from the subject to the deeds of its case. */
final class Moderator {

    private final Turn turn;
    private final RuleVersion rules;
    private final CaseFiles files;
    private final DeedRunner deeds;

    Moderator(Turn turn, RuleVersion rules, CaseFiles files, DeedRunner deeds) {
        this.turn = turn;
        this.rules = rules;
        this.files = files;
        this.deeds = deeds;
    }

    Trail trail() {
        return files.trail(turn.event().origin());
    }

    Subjects subjects() {
        return new Subjects(turn, rules, trail());
    }

    /** Keeps an event for back-tests, if the rules say so. */
    void keep(Subject subject) {
        History history = rules.rules().settings().history();
        if (history != null) {
            new MessageHistory(files.logs(subject.origin()), history).add(subject);
        }
    }

    /** The text of a message that is kept. */
    String textOf(String messageId) {
        History history = rules.rules().settings().history();
        return history == null
                ? ""
                : new MessageHistory(files.logs(turn.event().origin()), history).text(messageId).orElse("");
    }

    /** Judges, and does what a rule that hits says. A repetition of the turn does what was decided before. */
    Optional<Case> judge(Subject subject, Member person, Judged.Circumstances circumstances) {
        Optional<Case> before = turn.attempt() > 1 ? trail().ofEvent(turn.key()) : Optional.empty();
        Optional<Case> decided = before.or(() -> decide(subject, person, circumstances));
        decided.ifPresent(this::act);
        return decided;
    }

    private Optional<Case> decide(Subject subject, Member person, Judged.Circumstances circumstances) {
        List<Hit> hits = rules.judge().judge(subject, files.counters(subject.origin()));
        if (turn.attempt() == 1) {
            files.rules().count(rules, subject, hits);
        }
        if (hits.isEmpty()) {
            return Optional.empty();
        }
        Judged judged = new Judged(rules, subject, person, hits, Spending.of(files.counters(subject.origin()), turn),
                circumstances);
        return Optional
                .of(trail().open(turn.key(), subject.origin().at(), known -> Deeds.decide(judged, groupName(), known)));
    }

    /** Opens a case that no rule has hit, and that staff have to look at. */
    Case queue(String key, Subject subject, Member person, @Nullable Member reporter) {
        Judged judged = new Judged(rules, subject, person, List.of(), Allowance.ALL,
                new Judged.Circumstances(null, false, reporter));
        return trail().open(key, subject.origin().at(), known -> Deeds.decide(judged, groupName(), known));
    }

    /** The name of the group; its id if that is not known. */
    private String groupName() {
        String subject = turn.group().facts().profile().subject();
        return subject == null ? turn.group().id() : subject;
    }

    void act(Case one) {
        deeds.run(one, rules.rules().settings().staff());
    }
}
