package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Turn;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Decided;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;

/** What staff decide about cases, in a turn of the chat in which they write, or of the group of the case. */
final class StaffDesk {

    /** The name of the timer that carries out an approved removal. */
    static final String REMOVAL = "moderation-removal";

    private static final int MOST = 10;

    private final Turn turn;
    private final Trail trail;
    private final CaseWords words;
    private final By by;

    /**
     * Who decides.
     *
     * @param decision what names the decision in the trail; empty if it comes as a command
     */
    record By(Who who, String decision) {

        Map<String, String> parts() {
            return decision.isEmpty() ? Map.of() : Map.of(CaseDesk.DECISION, decision);
        }
    }

    StaffDesk(Turn turn, Trail trail, CaseWords words, By by) {
        this.turn = turn;
        this.trail = trail;
        this.words = words;
        this.by = by;
    }

    /** Does what a verdict says. */
    String decide(Verdict verdict, String number, @Nullable String note, Examples examples) {
        return switch (verdict) {
            case YES -> yes(number, note);
            case NO -> no(number, note);
            case REMOVE -> remove(number, note);
            case WRONG -> wrong(number, note, examples);
            case FORGIVE -> forgive(number, note);
        };
    }

    /** Approves what a case proposes, lets somebody in, or grants an appeal. */
    String yes(String number, @Nullable String note) {
        return with(number, one -> {
            if (one.state() == CaseState.APPEALED) {
                return forgive(one, note);
            }
            if (one.deed(Deeds.PROPOSE).isPresent()) {
                return approve(one, note, known -> known.state() == CaseState.OPEN);
            }
            if (!request(one).isEmpty()) {
                return letIn(one, note);
            }
            return one.deed(Deeds.REPORT).isPresent() && one.state() == CaseState.OPEN
                    ? words.explain("decide.report", one.number())
                    : nothingWaits(one);
        });
    }

    /** Turns down what a case proposes or asks for. */
    String no(String number, @Nullable String note) {
        return with(number, one -> {
            if (one.state() == CaseState.APPEALED) {
                return said(record(one, EntryKind.UPHELD, note, CaseState.APPEALED), "upheld");
            }
            Optional<Decided> refused = record(one, EntryKind.REFUSED, note, StaffDesk::canBeRefused);
            if (isOurs(refused)) {
                Group group = turn.group(one.group());
                group.timer(REMOVAL).key(one.number()).cancel();
                group.timer(Door.TIMER).key(one.number()).cancel();
                group.timer(DeedRunner.EXPIRY).key(one.number()).cancel();
                if (!request(one).isEmpty()) {
                    group.reject(request(one));
                }
            }
            return said(refused, "refused");
        });
    }

    /** Removes the person of a case that proposes nothing. Where a removal is proposed, this is one of the approvals. */
    String remove(String number, @Nullable String note) {
        return with(number, one -> approve(one, note, StaffDesk::canBeRemoved));
    }

    static boolean canBeRefused(Case one) {
        return one.state() == CaseState.OPEN || one.state() == CaseState.APPROVED && isDelayed(one);
    }

    static boolean canBeRemoved(Case one) {
        return one.deed(Deeds.PROPOSE).isPresent()
                ? one.state() == CaseState.OPEN || one.state() == CaseState.FAILED
                : one.state() != CaseState.APPROVED && one.state() != CaseState.CARRIED_OUT;
    }

    private String approve(Case one, @Nullable String note, Predicate<Case> allowed) {
        Optional<Decided> approved = record(one, EntryKind.APPROVED, note, allowed);
        if (!isOurs(approved)) {
            return said(approved, "approved");
        }
        Case now = approved.orElseThrow().what();
        if (now.state() != CaseState.APPROVED) {
            long so = now.entries(EntryKind.APPROVED).count();
            return words.say("approved.partly", now.number(), so, now.approvalsNeeded());
        }
        turn.group(now.group()).timer(DeedRunner.EXPIRY).key(now.number()).cancel();
        if (isDelayed(now)) {
            turn.group(now.group()).timer(REMOVAL).key(now.number()).start(delay(now), now.number());
            return words.say("approved.delayed", now.number(), now.name(), delay(now).toMinutes(), words.explain(
                    "stop", now.number()));
        }
        return carryOut(turn, now)
                ? words.say("approved", now.number(), now.name())
                : words.say("erased.person",
                        now.number());
    }

    private static boolean isDelayed(Case one) {
        return !delay(one).isZero();
    }

    private static Duration delay(Case one) {
        String delay = one.deed(Deeds.PROPOSE).map(deed -> deed.get("delay")).orElse("");
        return delay.isEmpty() ? Duration.ZERO : Duration.parse(delay);
    }

    /** Removes the person of a case from its group; returns whether it is known who that is. */
    static boolean carryOut(Turn turn, Case one) {
        Who who = one.who();
        if (who == null) {
            return false;
        }
        turn.group(one.group()).remove(who.member());
        return true;
    }

    static String request(Case one) {
        return one.deed(Deeds.ASK).or(() -> one.deed(Deeds.REPORT)).map(deed -> deed.get("request")).orElse("");
    }

    private String letIn(Case one, @Nullable String note) {
        Optional<Decided> approved = record(one, EntryKind.APPROVED, note, CaseState.OPEN);
        if (isOurs(approved)) {
            Group group = turn.group(one.group());
            group.timer(Door.TIMER).key(one.number()).cancel();
            group.approve(request(one));
        }
        return said(approved, "let.in");
    }

    /** Says that the rules should not have hit: strikes are taken back, and later versions must not hit it again. */
    String wrong(String number, @Nullable String note, Examples examples) {
        return with(number, one -> {
            Optional<Decided> wrong = record(one, EntryKind.WRONG, note, known -> known.state() != CaseState.WRONG);
            if (isOurs(wrong)) {
                examples.add(one, turn.group(one.group()), turn.event().at());
            }
            return said(wrong, "wrong");
        });
    }

    /** Takes the strikes of a case back. */
    String forgive(String number, @Nullable String note) {
        return with(number, one -> forgive(one, note));
    }

    private String forgive(Case one, @Nullable String note) {
        return said(record(one, EntryKind.FORGIVEN, note, known -> !known.isForgiven()), "forgiven");
    }

    String show(String number) {
        return with(number, one -> words.whole(turn, one));
    }

    /** The cases that wait for people. */
    String open() {
        List<Case> open = trail.search(CaseQuery.latest(MOST).in(CaseState.OPEN));
        List<Case> appealed = trail.search(CaseQuery.latest(MOST).in(CaseState.APPEALED));
        return list(Stream.concat(open.stream(), appealed.stream()).toList(), "none.open");
    }

    /** The cases of a person, by name, phone number or user id. */
    String find(String person) {
        return list(trail.search(CaseQuery.latest(MOST).of(person)), "none.found");
    }

    private String list(List<Case> cases, String none) {
        return cases.isEmpty()
                ? words.say(none)
                : cases.stream().map(words::brief).collect(Collectors.joining("\n"));
    }

    private String with(String number, Function<Case, String> answer) {
        return trail.find(number).map(answer).orElseGet(() -> words.say("unknown", number));
    }

    private Optional<Decided> record(Case one, EntryKind kind, @Nullable String note, CaseState state) {
        return record(one, kind, note, known -> known.state() == state);
    }

    private Optional<Decided> record(Case one, EntryKind kind, @Nullable String note, Predicate<Case> allowed) {
        return trail.record(one.number(), kind, by.who().id() + attempt(one), turn.event().at(),
                new Trail.Note(by.who(), note, by.parts()).in(turn.key()), allowed);
    }

    /** What tells a decision apart from the one after which WhatsApp did not carry out what was decided. */
    private static String attempt(Case one) {
        long failed = one.entries(EntryKind.FAILED).count();
        return failed == 0 ? "" : " " + failed;
    }

    /** Whether the entry is of this turn: new, or of an attempt before this one. */
    private boolean isOurs(Optional<Decided> decided) {
        return decided.filter(one -> one.isOf(turn.key())).isPresent();
    }

    private String said(Optional<Decided> decided, String key) {
        if (decided.isEmpty()) {
            return words.say("unknown", "");
        }
        Case one = decided.get().what();
        return isOurs(decided) ? words.say(key, one.number(), one.name()) : nothingWaits(one);
    }

    private String nothingWaits(Case one) {
        return words.say("decided", one.number(), one.state().word(),
                one.decision().map(entry -> entry.byName()).orElse(""));
    }
}
