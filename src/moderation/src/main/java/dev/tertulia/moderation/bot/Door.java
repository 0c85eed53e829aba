package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.rules.Action;

/** The question that a person is asked in private before a join request is approved. */
final class Door {

    /** The name of the question. */
    static final String QUESTION = "moderation-door";
    /** The name of the timer that ends the waiting. */
    static final String TIMER = "moderation-door";

    private static final String SEPARATOR = "\n";
    private static final int MOST_OPEN = 20;

    private final Trail trail;

    Door(Trail trail) {
        this.trail = trail;
    }

    /** What came of an answer, or of the time that passed without one. */
    enum Outcome {
        APPROVED,
        REJECTED,
        LEFT_TO_STAFF;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', ' ');
        }
    }

    /** A case at the door that was decided. */
    record Answered(Case one, Outcome outcome) {}

    static Map<String, String> parts(Action.Ask ask, Map<String, String> names) {
        Map<String, String> parts = new HashMap<>(Sentences.parts(ask.question(), names));
        parts.put("within", ask.within().toString());
        parts.put("wrong", ask.wrong().name());
        parts.put("answers", String.join(SEPARATOR, ask.answers()));
        parts.put("buttons", String.join(SEPARATOR, ask.buttons()));
        return parts;
    }

    /** Asks the person of a case. */
    static void ask(Turn turn, Case one, Deed deed, Member person) {
        List<String> buttons = list(deed, "buttons");
        if (buttons.isEmpty()) {
            turn.person(person).send(Sentences.notice(deed, one.number()).asking(QUESTION));
        } else {
            turn.person(person).send(withButtons(deed, one, buttons).asking(QUESTION));
        }
        turn.group(one.group()).timer(TIMER).key(one.number()).start(Duration.parse(deed.get("within")),
                one.number());
    }

    private static PrivateNotice withButtons(Deed deed, Case one, List<String> buttons) {
        PrivateReply question = PrivateReply.buttons(Sentences.words(deed, one.number()),
                buttons.toArray(String[]::new));
        if (!deed.get("template").isEmpty()) {
            return question.orTemplate(Sentences.template(deed, one.number()));
        }
        return deed.get("hold").isEmpty() ? question.orDrop() : question.orHold(Duration.parse(deed.get("hold")));
    }

    private static List<String> list(Deed deed, String part) {
        return Stream.of(deed.get(part).split(SEPARATOR)).filter(one -> !one.isBlank()).toList();
    }

    /** Takes the answer of a person; empty if the case is decided or the time was over. */
    Optional<Answered> answered(Turn turn, Member person, String answer) {
        Optional<Case> asked = trail.search(CaseQuery.latest(MOST_OPEN).of(person.address()).in(CaseState.OPEN))
                .stream().filter(one -> isAwaited(one) && one.deed(Deeds.ASK).isPresent()).findFirst();
        if (asked.isEmpty()) {
            return repeated(turn, person);
        }
        Deed deed = asked.get().deed(Deeds.ASK).orElseThrow();
        Outcome outcome = outcome(deed, isRight(deed, answer));
        return trail.record(asked.get().number(), EntryKind.ANSWERED, turn.key(), turn.event().at(),
                new Trail.Note(Who.of(person), answer, Map.of("outcome", outcome.word())).in(turn.key()),
                Door::isAwaited)
                .map(decided -> settled(turn, decided.what(), outcome));
    }

    /** Whether an answer still counts: the first one does, within its time. */
    private static boolean isAwaited(Case one) {
        return one.state() == CaseState.OPEN && one.entries().stream().map(CaseEntry::kind)
                .noneMatch(kind -> kind == EntryKind.ANSWERED || kind == EntryKind.UNANSWERED);
    }

    /** The answer that this turn has recorded before it was repeated. */
    private Optional<Answered> repeated(Turn turn, Member person) {
        if (turn.attempt() == 1) {
            return Optional.empty();
        }
        return trail.search(CaseQuery.latest(MOST_OPEN).of(person.address())).stream()
                .flatMap(one -> one.entries(EntryKind.ANSWERED)
                        .filter(entry -> entry.isOf(turn.key()))
                        .flatMap(entry -> Stream.of(Outcome.values())
                                .filter(outcome -> outcome.word().equals(entry.more().get("outcome"))))
                        .map(outcome -> settled(turn, one, outcome)))
                .findFirst();
    }

    /** Ends the waiting for an answer; empty if the case is decided. */
    Optional<Answered> unanswered(Turn turn, String number) {
        Optional<Case> open = trail.find(number);
        if (open.isEmpty() || open.get().deed(Deeds.ASK).isEmpty()) {
            return Optional.empty();
        }
        Outcome outcome = outcome(open.get().deed(Deeds.ASK).orElseThrow(), false);
        return trail.record(number, EntryKind.UNANSWERED, "unanswered", turn.event().at(),
                new Trail.Note(null, null, Map.of("outcome", outcome.word())).in(turn.key()),
                Door::isAwaited)
                .filter(decided -> decided.isOf(turn.key()))
                .map(decided -> settled(turn, decided.what(), outcome));
    }

    private static Outcome outcome(Deed deed, boolean right) {
        if (right) {
            return Outcome.APPROVED;
        }
        return deed.get("wrong").equals(Action.Wrong.REJECT.name()) ? Outcome.REJECTED : Outcome.LEFT_TO_STAFF;
    }

    private static boolean isRight(Deed deed, String answer) {
        List<String> right = list(deed, "answers");
        String given = answer.strip().toLowerCase(Locale.ROOT);
        return right.isEmpty()
                ? !given.isEmpty()
                : right.stream().anyMatch(one -> given.contains(one.strip().toLowerCase(Locale.ROOT)));
    }

    private static Answered settled(Turn turn, Case one, Outcome outcome) {
        String request = one.deed(Deeds.ASK).map(deed -> deed.get("request")).orElse("");
        turn.group(one.group()).timer(TIMER).key(one.number()).cancel();
        switch (outcome) {
            case APPROVED -> turn.group(one.group()).approve(request);
            case REJECTED -> turn.group(one.group()).reject(request);
            case LEFT_TO_STAFF -> {
                // staff decide
            }
        }
        return new Answered(one, outcome);
    }
}
