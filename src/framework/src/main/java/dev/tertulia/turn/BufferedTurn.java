package dev.tertulia.turn;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Origin;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.store.StoredName;
import dev.tertulia.turn.SendFactory.Asker;

/** The turn as one handler has it: what the handler wants is recorded, and refused once the turn is over. */
public final class BufferedTurn implements Turn {

    private final SharedTurn shared;
    private final EventControl course;
    private final HandlerInfo handler;
    private final TurnScope scope;
    private final Asker asker;
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
        String id = event().group();
        if (Origin.isGroup(id)) {
            return groupOf(id);
        }
        String person = Origin.personIn(id);
        return person.isEmpty() ? new OfAccount(Origin.accountNumber(id)) : personOf(someone(person));
    }

    /** The person of the chat: the writer, or else whom the conversation is called by. */
    private Member someone(String id) {
        Member subject = shared.subject();
        return subject != null && subject.id().equals(id) ? subject : shared.member(id);
    }

    private record OfAccount(String id) implements Account {}

    private Group groupOf(String id) {
        boolean here = id.equals(event().group());
        SendFactory factory = new SendFactory(id, asker);
        GroupFactsView facts = here ? shared.group() : shared.chats().facts(id);
        return new EffectGroup(factory, method -> sink("Group." + method, id, method),
                new EffectGroup.GroupData(new ScopedFacts(facts, id), () -> labels(id), () -> language(id, here),
                        tag -> shared.chats().taggedLast(id, asker.bot(), tag)));
    }

    private Person personOf(Member member) {
        boolean here = Origin.person(member.id()).equals(event().group());
        return new EffectPerson(SendFactory.to(member, asker), method -> sink("Person." + method, member.id(), method),
                member, () -> language(Origin.person(member.id()), here));
    }

    private EffectSink sink(String call, String id, String method) {
        return new ScopedEffectSink(shared.effects(), scope, call, () -> throughGroups(id, method));
    }

    private String throughGroups(String id, String method) {
        return "take Groups in the bot's constructor and call groups.group(\"" + id + "\")." + method
                + "(…), which acts at once";
    }

    /** The facts, as long as the turn lasts. */
    private final class ScopedFacts implements GroupFactsView {

        private final GroupFactsView facts;
        private final String id;

        ScopedFacts(GroupFactsView facts, String id) {
            this.facts = facts;
            this.id = id;
        }

        @Override
        public GroupFacts get() {
            scope.check("Group.facts", () -> throughGroups(id, "facts"));
            GroupFacts found = facts.get();
            return shared.staff().isEmpty()
                    ? found
                    : found.withPeople(found.members().stream()
                            .map(person -> new GroupFacts.Person(
                                    person.member().asStaff(shared.isStaff(person.member())),
                                    person.since(), person.aliases()))
                            .toList(), found.former());
        }

        @Override
        public Member current(Member member) {
            return facts.current(member);
        }
    }

    private Set<String> labels(String id) {
        scope.check("Group.labels", () -> throughGroups(id, "labels"));
        return shared.effects().labelsOf(id);
    }

    private Locale language(String conversation, boolean here) {
        return here ? shared.dialogues().language() : shared.chats().language(conversation);
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
        scope.check("Turn.group", () -> throughGroups(id, "…"));
        return groupOf(Ids.group(id));
    }

    @Override
    public Person person(Member member) {
        scope.check("Turn.person", () -> "start a timer with group.timer(…), whose handler has a turn of its own");
        return personOf(shared.chats().known(member));
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

    /** What was decided so far. */
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
