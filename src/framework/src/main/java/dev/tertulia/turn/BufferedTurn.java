package dev.tertulia.turn;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.BaseStream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Account;
import dev.tertulia.bot.Conversation;
import dev.tertulia.bot.Decision;
import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.bot.States;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Event;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.store.StoredName;
import dev.tertulia.turn.SendFactory.Asker;

/** The turn of one handler. It records the handler's effects, and refuses them once the turn is over. */
public final class BufferedTurn implements Turn {

    private final SharedTurn shared;
    private final EventControl course;
    private final HandlerInfo handler;
    private final TurnScope scope;
    private final Asker asker;
    private final TurnConversations conversations;
    private boolean passed;

    /** The handling of the event, as far as a handler may see or change it. */
    public interface EventControl {

        /** The number of earlier attempts. */
        int attempts();

        /** Ends the event. */
        void stop();

        /** The decision so far. */
        Decision decision();
    }

    /**
     * The handler that the turn is made for.
     *
     * @param name class, method and parameter types
     * @param mayStop whether it may end the event
     */
    public record HandlerInfo(Class<?> bot, String name, boolean mayStop) {}

    /** The turn of an event for one handler. */
    public BufferedTurn(SharedTurn shared, EventControl course, HandlerInfo handler) {
        this.shared = shared;
        this.course = course;
        this.handler = handler;
        this.scope = new TurnScope(handler.name());
        this.asker = shared.asker().of(StoredName.of(handler.bot()), shared.subject());
        this.conversations = new TurnConversations(shared, asker, scope);
    }

    @Override
    public Event event() {
        return shared.event();
    }

    /** The turn as all handlers of the event share it. */
    public SharedTurn shared() {
        return shared;
    }

    @Override
    public Conversation conversation() {
        return conversations.here();
    }

    /** The phrases of the bot in the language of the conversation. */
    public PhraseBook phrases() {
        return shared.dialogues().phrases(handler.bot());
    }

    @Override
    public Group group() {
        if (conversation() instanceof Group group) {
            return group;
        }
        throw new InvalidState("this " + event().getClass().getSimpleName() + " happened in no group, but in "
                + event().group() + "; ask turn.conversation() where an event happened, or take a Group as"
                + " parameter: then the handler is called in groups alone");
    }

    @Override
    public Group group(String id) {
        scope.check("Turn.group", () -> TurnConversations.throughGroups(id, "…"));
        return conversations.group(Ids.group(id));
    }

    @Override
    public Person person(Member member) {
        scope.check("Turn.person", () -> "start a timer with group.timer(…), whose handler has a turn of its own");
        return conversations.person(shared.chats().known(member));
    }

    @Override
    public int attempt() {
        return course.attempts() + 1;
    }

    @Override
    public Instant now() {
        return asker.now();
    }

    @Override
    public Operation create(NewGroup wanted) {
        EffectSink sink = new ScopedEffectSink(shared.effects(), scope, "Turn.create",
                () -> "take Groups in the bot's constructor and call groups.create(…), which acts at once");
        return new SendFactory(event().group(), asker).create(wanted, sink::send);
    }

    @Override
    public void pass() {
        scope.write("Turn.pass", () -> "let the handler itself decide whether the next one is asked",
                () -> passed = true);
    }

    @Override
    public void stop() {
        if (!handler.mayStop()) {
            throw new InvalidState("Turn.stop() is for @Before methods, since the handlers of other bots may have been"
                    + " called already; move the check into one, or return to end the event for this bot");
        }
        scope.write("Turn.stop", () -> "let the method itself decide whether the event goes on", course::stop);
    }

    /** The decision so far. */
    public Decision decision() {
        return course.decision();
    }

    /** The failure of an event that failed for good; {@code null} otherwise. */
    @Nullable
    public Failure failure() {
        return shared.failure();
    }

    /** A value that the bot keeps in the conversation, or for one member. */
    public <T> State<T> state(Class<T> type, @Nullable Member member) {
        return new ScopedState<>(shared.states().ofBot(handler.bot(), type, member == null ? null : member.id()), scope,
                type.getSimpleName(), event().group());
    }

    /** The values that the bot keeps for the members. */
    public <T> States<T> states(Class<T> type) {
        return new States<>() {

            @Override
            public State<T> of(Member member) {
                return state(type, member);
            }

            @Override
            public Map<String, T> all() {
                Map<String, T> all = new TreeMap<>();
                shared.states().members(handler.bot(), type)
                        .forEach(id -> all.put(id, shared.states().ofBot(handler.bot(), type, id).get()));
                return all;
            }
        };
    }

    /** Whether the handler hands on to the next. */
    public boolean passed() {
        return passed;
    }

    /** Ends the turn, because the handler has returned and its answers were read. */
    public void end() {
        scope.end();
    }

    /** Ends the turn of a handler that still runs but is no longer waited for. */
    public void giveUp(String reason) {
        scope.giveUp(reason);
    }

    /** Records what a handler returned; a stream is read within the turn. */
    public void answer(@Nullable Object answer) {
        switch (answer) {
            case null -> {
            }
            case Reply reply -> shared.effects().send(here().reply(reply));
            case PrivateReply reply -> shared.effects().send(privately().reply(reply));
            case PrivateNotice notice -> shared.effects().send(privately().reply(notice));
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

    private SendFactory here() {
        return switch (conversation()) {
            case Group group -> new SendFactory(group.id(), asker);
            case Person person -> SendFactory.to(person.member(), asker);
            case Account account -> throw new InvalidState("a message was returned, but this "
                    + event().getClass().getSimpleName() + " happened in no group, but in " + event().group()
                    + ", where nothing can be sent; take a Group as parameter, so that the handler is called in groups"
                    + " alone, or send through Groups");
        };
    }

    private SendFactory privately() {
        if (conversation() instanceof Person person) {
            return SendFactory.to(person.member(), asker);
        }
        throw new InvalidState("a PrivateReply was returned, but this " + event().getClass().getSimpleName()
                + " happened in no private chat, and WhatsApp takes buttons and lists in private chats alone; send it"
                + " with turn.person(member).send(…)");
    }
}
