package dev.tertulia.dispatch;

import java.time.Instant;
import java.util.Set;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Account;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.Turn;
import dev.tertulia.dispatch.HandlerMethod.Phase;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Origin;

/** The turn as one handler has it: what the handler wants is only written down, and refused once it is over. */
final class BufferedTurn implements Turn {

    private final EventInHand inHand;
    private final SharedTurn shared;
    private final Phase phase;
    private final TurnScope scope;
    private final Group group;
    private boolean passed;

    BufferedTurn(EventInHand inHand, Phase phase, TurnScope scope) {
        this.inHand = inHand;
        this.shared = inHand.turn();
        this.phase = phase;
        this.scope = scope;
        this.group = new EffectGroup(shared.draft(), this::recorder,
                new EffectGroup.Known(new Asked(), this::labels));
    }

    private EffectSink recorder(String method) {
        return new ScopedEffectSink(shared.notes(), scope, "Group." + method, () -> throughGroups(method));
    }

    private String throughGroups(String method) {
        return "take Groups in the bot's constructor and call groups.group(\"" + shared.draft().group() + "\")."
                + method + "(…), which acts at once";
    }

    /** The facts, as long as the turn lasts. */
    private final class Asked implements Facts {

        @Override
        public GroupFacts get() {
            scope.check("Group.facts", () -> throughGroups("facts"));
            return shared.group().get();
        }

        @Override
        public Member current(Member member) {
            return shared.group().current(member);
        }
    }

    private Set<String> labels() {
        scope.check("Group.labels", () -> throughGroups("labels"));
        return shared.labels();
    }

    @Override
    public Event event() {
        return shared.event();
    }

    @Override
    public Conversation conversation() {
        String id = shared.event().group();
        if (Origin.isGroup(id)) {
            return group;
        }
        String person = Origin.personIn(id);
        return person.isEmpty() ? new OfAccount(Origin.accountNumber(id)) : new OfPerson(person);
    }

    private record OfPerson(String id) implements Person {}

    private record OfAccount(String id) implements Account {}

    @Override
    public Group group() {
        if (conversation() instanceof Group) {
            return group;
        }
        throw new InvalidState("this " + shared.event().getClass().getSimpleName() + " happened in no group, but in "
                + shared.event().group() + "; ask turn.conversation() where an event happened, or take a Group as"
                + " parameter: then the handler is called in groups alone");
    }

    @Override
    public Instant now() {
        return shared.draft().now();
    }

    @Override
    public Operation create(NewGroup wanted) {
        EffectSink recorder = new ScopedEffectSink(shared.notes(), scope, "Turn.create",
                () -> "take Groups in the bot's constructor and call groups.create(…), which acts at once");
        return shared.draft().create(wanted, recorder::send);
    }

    @Override
    public void pass() {
        scope.write("Turn.pass", () -> "let the handler itself decide whether the next one is asked",
                () -> passed = true);
    }

    @Override
    public void stop() {
        if (phase != Phase.BEFORE) {
            throw new InvalidState("Turn.stop() is for @Before methods, since the handlers of other bots may have been"
                    + " called already; move the check into one, or return to end the event for this bot");
        }
        scope.write("Turn.stop", () -> "let the method itself decide whether the event goes on", inHand::stop);
    }

    /** What was decided so far. */
    Decision decision() {
        return inHand.decision();
    }

    @Nullable
    Failure failure() {
        return shared.failure();
    }

    <T> State<T> state(Class<T> type, @Nullable Member member) {
        return new ScopedState<>(shared.states().bounded(type, member), scope, type.getSimpleName(),
                shared.draft().group());
    }

    /** Whether the handler hands on to the next. */
    boolean passed() {
        return passed;
    }

    /** The time in which it can be used. */
    TurnScope scope() {
        return scope;
    }

    /** Writes down what a handler returned; what is made as it is read is made within the turn. */
    void answer(@Nullable Object answer) {
        if (answer instanceof Reply && !Origin.isGroup(shared.event().group())) {
            throw new InvalidState("a message was returned, but this " + shared.event().getClass().getSimpleName()
                    + " happened in no group, but in " + shared.event().group() + ", where nothing can be sent; take a"
                    + " Group as parameter, so that the handler is called in groups alone, or send through Groups");
        }
        switch (answer) {
            case null -> {
            }
            case Reply reply -> shared.notes().send(shared.draft().reply(reply));
            case String words -> answer(Reply.text(words));
            case Iterable<?> several -> several.forEach(this::answer);
            case BaseStream<?, ?> several -> {
                try (several) {
                    several.iterator().forEachRemaining(this::answer);
                }
            }
            default -> throw new InvalidArgument("an answer of type " + answer.getClass().getName());
        }
    }
}
