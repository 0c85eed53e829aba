package dev.tertulia.moderation.bot;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.google.re2j.Pattern;
import io.micronaut.context.annotation.Requires;
import io.micronaut.context.annotation.Value;
import io.micronaut.core.annotation.Order;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Before;
import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Groups;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnJoinRequestRevoked;
import dev.tertulia.bot.OnOperationEnded;
import dev.tertulia.bot.OnPrivateMessage;
import dev.tertulia.bot.OnTimer;
import dev.tertulia.bot.Phrases;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.States;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.JoinRequestRevoked;
import dev.tertulia.message.JoinRequested;
import dev.tertulia.message.Joined;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.OperationEnded;
import dev.tertulia.message.PrivateMessage;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Decided;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.StaffSettings;

/**
 * Keeps groups in order by the rules of a file: see {@code docs/moderation.md}. It looks at messages, joins and join
 * requests before all other bots, and runs if there is a rule file.
 */
@Bot(companion = true)
@Requires(condition = RuleFileGiven.class)
public final class ModerationBot {

    /** Before the methods of bots that say nothing of their order. */
    private static final int EARLY = -1_000;
    private static final int MOST_CASES = 20;
    private static final String APPEAL_WORDS = "(?i)^\\s*(?:appeal|recurso)\\s+#?(?<number>[0-9a-z-]{1,12})\\b";
    private static final Pattern APPEAL = Pattern.compile(APPEAL_WORDS);

    private final RulesInForce rules;
    private final CaseFiles files;
    private final Alerts alerts;
    private final String prefix;

    ModerationBot(CaseFiles files, Groups groups, @Value("${tertulia.command-prefix:/}") String prefix) {
        this.files = files;
        this.rules = files.rules();
        this.alerts = new Alerts(groups);
        this.prefix = prefix;
    }

    @Before
    @Order(EARLY)
    void message(GroupMessage message, Turn turn, States<Ignored> ignored, State<HeldRequests> held,
            Phrases phrases) {
        Optional<RuleVersion> version = rules.of(message.origin());
        if (version.isEmpty()) {
            return;
        }
        Moderator moderator = moderator(turn, version.get(), new DeedRunner.Kept(ignored, held), phrases);
        if (Reports.isReport(message) && new Reports(turn, moderator).take(message)) {
            turn.stop();
            return;
        }
        Subject subject = moderator.subjects().message(message);
        moderator.keep(subject);
        moderator.judge(subject, message.sender(), Judged.Circumstances.NONE);
        if (version.get().needs().ignored() && ignored.of(message.sender()).get().at(message.at())) {
            turn.stop();
        }
    }

    @Before
    @Order(EARLY)
    void joinRequest(JoinRequested request, Turn turn, States<Ignored> ignored, State<HeldRequests> held,
            Phrases phrases) {
        rules.of(request.origin()).ifPresent(version -> {
            boolean holds = version.needs().heldRequests() && held.get().at(request.at());
            Moderator moderator = moderator(turn, version, new DeedRunner.Kept(ignored, held), phrases);
            Subject subject = moderator.subjects().joinRequest(request.member());
            moderator.keep(subject);
            moderator.judge(subject, request.member(),
                    new Judged.Circumstances(request.requestId(), holds, null));
        });
    }

    @Before
    @Order(EARLY)
    void joined(Joined joined, Turn turn, States<Ignored> ignored, State<HeldRequests> held, Phrases phrases) {
        rules.of(joined.origin()).ifPresent(version -> {
            Moderator moderator = moderator(turn, version, new DeedRunner.Kept(ignored, held), phrases);
            Subject subject = moderator.subjects().join(joined.member());
            moderator.keep(subject);
            moderator.judge(subject, joined.member(), Judged.Circumstances.NONE);
        });
    }

    private Moderator moderator(Turn turn, RuleVersion version, DeedRunner.Kept kept, Phrases phrases) {
        return new Moderator(turn, version, files, new DeedRunner(turn, kept, alerts, words(phrases)));
    }

    private CaseWords words(Phrases phrases) {
        return new CaseWords(phrases, prefix);
    }

    private Trail trail(Turn turn) {
        return files.trail(turn.event().origin());
    }

    private StaffSettings staff(Turn turn) {
        return rules.latest(turn.event().origin()).rules().settings().staff();
    }

    private void tellStaff(Turn turn, String text) {
        alerts.send(turn, staff(turn), text);
    }

    /** The person answers the question that was asked before joining. */
    @OnAnswer(value = Door.QUESTION, within = "30d")
    @Nullable
    Reply answered(PrivateMessage message, Turn turn, Phrases phrases) {
        if (APPEAL.matcher(message.text()).find() || !rules.latest(message.origin()).needs().asks()) {
            turn.pass();
            return null;
        }
        Optional<Door.Answered> answered = new Door(trail(turn)).answered(turn, message.sender(), message.text());
        if (answered.isEmpty()) {
            turn.pass();
        }
        return answered.map(decided -> atTheDoor(turn, decided, phrases)).orElse(null);
    }

    /** Nobody has answered in time. */
    @OnTimer(Door.TIMER)
    void unanswered(String number, Turn turn, Phrases phrases) {
        new Door(trail(turn)).unanswered(turn, number).ifPresent(decided -> atTheDoor(turn, decided, phrases));
    }

    private Reply atTheDoor(Turn turn, Door.Answered decided, Phrases phrases) {
        CaseWords words = words(phrases);
        if (decided.outcome() == Door.Outcome.LEFT_TO_STAFF) {
            tellStaff(turn, words.whole(turn, decided.one()) + "\n"
                    + words.explain("decide.request", decided.one().number()));
        }
        return Reply.text(words.say("door." + decided.outcome().word().replace(' ', '.')));
    }

    @OnJoinRequestRevoked
    void revoked(JoinRequestRevoked revoked, Turn turn) {
        Trail trail = trail(turn);
        trail.search(CaseQuery.latest(MOST_CASES).of(revoked.member().address()).inGroup(revoked.group())).stream()
                .filter(one -> one.state().waits())
                .filter(one -> one.deeds().stream().anyMatch(deed -> deed.get("request").equals(revoked.requestId())))
                .forEach(one -> {
                    turn.group().timer(Door.TIMER).key(one.number()).cancel();
                    trail.record(one.number(), EntryKind.EXPIRED, "revoked", revoked.at(), Trail.Note.NOTHING,
                            known -> known.state() == CaseState.OPEN);
                });
    }

    /** Nobody has decided in time. */
    @OnTimer(DeedRunner.EXPIRY)
    void expired(String number, Turn turn, Phrases phrases) {
        trail(turn).record(number, EntryKind.EXPIRED, "expired", turn.event().at(),
                Trail.Note.NOTHING.in(turn.key()),
                one -> one.state() == CaseState.OPEN)
                .filter(decided -> decided.isOf(turn.key()))
                .map(Decided::what).ifPresent(one -> tellStaff(turn, words(phrases).say("expired", one.number(),
                        one.name())));
    }

    /** The time is over in which an approved removal could be stopped. */
    @OnTimer(StaffDesk.REMOVAL)
    void removal(String number, Turn turn) {
        trail(turn).find(number).filter(one -> one.state() == CaseState.APPROVED)
                .ifPresent(one -> StaffDesk.carryOut(turn, one));
    }

    /** WhatsApp has removed somebody, or not. */
    @OnOperationEnded
    void removed(OperationEnded ended, Turn turn, Phrases phrases) {
        if (ended.operation().request().kind() == Operation.Kind.REMOVE) {
            outcomes(ended.operation()).forEach(item -> removed(item, ended, turn, phrases));
        }
    }

    private static List<Operation.Item> outcomes(Operation operation) {
        List<Operation.Item> known = operation.result().items();
        return operation.request().items().stream()
                .map(name -> known.stream().filter(item -> item.name().equals(name)).findFirst().orElseGet(
                        () -> new Operation.Item(name, operation.state() == Operation.State.DONE, List.of())))
                .toList();
    }

    private void removed(Operation.Item item, OperationEnded ended, Turn turn, Phrases phrases) {
        Trail trail = trail(turn);
        List<Case> cases = trail.search(CaseQuery.latest(MOST_CASES).of(item.name()).inGroup(ended.group()));
        cases.stream().filter(one -> awaitsRemoval(one) || hasRecorded(turn, one)).forEach(one -> trail
                .record(one.number(), item.done() ? EntryKind.CARRIED_OUT : EntryKind.FAILED,
                        ended.operation().id().value(), ended.at(), Trail.Note.NOTHING.in(turn.key()),
                        ModerationBot::awaitsRemoval)
                .filter(decided -> decided.isOf(turn.key())).ifPresent(decided -> tellStaff(turn, words(phrases)
                        .say(item.done() ? "removed" : "not.removed", one.number(), one.name()))));
    }

    /** Whether an attempt of this turn before has recorded something about a case. */
    private static boolean hasRecorded(Turn turn, Case one) {
        return turn.attempt() > 1 && one.entries().stream().anyMatch(entry -> entry.isOf(turn.key()));
    }

    private static boolean awaitsRemoval(Case one) {
        return one.state() == CaseState.APPROVED
                || one.state() == CaseState.DONE && one.deed(Deeds.REMOVE).isPresent();
    }

    /** A person asks staff to look at a case again. */
    @OnPrivateMessage(APPEAL_WORDS)
    Reply appeal(PrivateMessage message, String number, Turn turn, Phrases phrases) {
        CaseWords words = words(phrases);
        Trail trail = trail(turn);
        Optional<Case> own = trail.find(number).filter(one -> isOf(one, message.sender()));
        if (own.isEmpty()) {
            return Reply.text(words.say("appeal.unknown", number));
        }
        Optional<Decided> appealed = trail.record(own.get().number(), EntryKind.APPEALED, message.sender().id(),
                message.at(), new Trail.Note(Who.of(message.sender()), message.text().strip(), Map.of())
                        .in(turn.key()),
                one -> one.state() != CaseState.APPEALED);
        boolean ours = appealed.filter(one -> one.isOf(turn.key())).isPresent();
        if (ours) {
            tellStaff(turn, words.whole(turn, appealed.orElseThrow().what()) + "\n"
                    + words.explain("decide.appeal", own.get().number()));
        }
        return Reply.text(words.say(ours ? "appeal.taken" : "appeal.known", own.get().number()));
    }

    private static boolean isOf(Case one, Member person) {
        Who who = one.who();
        return who != null && (who.id().equals(person.id()) || who.member().is(person));
    }
}
