package dev.tertulia.turn;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.bot.Unanswered.Reason;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.SendFailed;
import dev.tertulia.message.TimerFired;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.Tags.TaggedMessage;
import dev.tertulia.turn.SendFactory.Asker;

/** The part of a turn that all handlers of the event share: the stored state and the effects. */
public final class SharedTurn implements EventView {

    private final Event event;
    private final Asker asker;
    private final Chat chat;
    private final NumberChats chats;
    private final StaffList staff;
    private final @Nullable Failure failure;
    private @Nullable Optional<TaggedMessage> tagged;

    /** The conversation of the turn: what is stored of it, and what is to be done there. */
    record Chat(TurnStates states, GroupFactsSession group, Dialogues dialogues, BufferedEffects effects) {}

    /** @param event with the names that are known */
    SharedTurn(Event event, Asker asker, Chat chat, NumberChats chats, StaffList staff, @Nullable Failure failure) {
        this.asker = asker;
        this.chat = chat;
        this.chats = chats;
        this.failure = failure;
        this.staff = staff;
        this.event = staff.marked(event, this::isStaff);
    }

    @Override
    public Event event() {
        return event;
    }

    Asker asker() {
        return asker;
    }

    TurnStates states() {
        return chat.states();
    }

    GroupFactsSession group() {
        return chat.group();
    }

    Dialogues dialogues() {
        return chat.dialogues();
    }

    BufferedEffects effects() {
        return chat.effects();
    }

    NumberChats chats() {
        return chats;
    }

    StaffList staff() {
        return staff;
    }

    @Nullable
    Failure failure() {
        return failure;
    }

    /** Whether somebody is staff in the group of the turn. */
    public boolean isStaff(Member member) {
        String conversation = chat.group().group();
        return staff.includes(member,
                () -> Origin.isGroup(conversation) ? chat.effects().labelsOf(conversation) : Set.of());
    }

    /** Whether the person that the event is about is staff. */
    public boolean isByStaff() {
        Member subject = subject();
        return subject != null && isStaff(subject);
    }

    /** Starts the timer of a turn in another conversation. */
    public void startTurn(StartTimer timer) {
        chat.effects().startTurn(timer);
    }

    /** Does what a timer of the framework's own is for. Returns whether the event is such a timer. */
    public boolean applyOwnTimer() {
        if (!(event instanceof TimerFired fired) || !ChatTimers.concerns(fired)) {
            return false;
        }
        new ChatTimers(asker.json(), asker.now()).apply(fired, chat, chats, this::member);
        return true;
    }

    /** The time of the turn. */
    public Instant now() {
        return asker.now();
    }

    /** Reads the payload of a timer or tag. */
    public ObjectMapper json() {
        return asker.json();
    }

    /** The facts of the group as they are stored. */
    public GroupFacts facts() {
        return chat.group().facts();
    }

    /** The member, marked as staff if they are. */
    public Member marked(Member member) {
        return staff.isEmpty() ? member : member.asStaff(isStaff(member));
    }

    /** The phrases of a bot, or the framework's own, in the language of the conversation. */
    public PhraseBook phrases(@Nullable Class<?> bot) {
        return chat.dialogues().phrases(bot);
    }

    /** Ends the question whose time is over, or that the message of the event cancels. */
    public void endQuestion(boolean cancelled) {
        chat.dialogues().end(event, cancelled, chat.effects());
    }

    /** Whether a question ended without an answer in this turn. */
    public boolean hasEndedQuestion() {
        return chat.dialogues().hasEnded();
    }

    /** Whether a question of a bot ended without an answer in this turn. */
    public boolean hasEndedQuestion(String bot) {
        return chat.dialogues().ended(bot).isPresent();
    }

    /** Closes an answered question. */
    public void close(OpenQuestion question) {
        chat.dialogues().close(question, chat.effects());
    }

    /** Opens a closed question again. */
    public void reopen(OpenQuestion question) {
        chat.dialogues().reopen(question, chat.effects());
    }

    /** Closes a question that stays without an answer. */
    public void giveUp(OpenQuestion question, Reason why) {
        chat.dialogues().giveUp(question, why, chat.effects());
    }

    /** Whether a change of a person concerns this group; all other events do. */
    public boolean concernsGroup() {
        return chat.group().concerns(event);
    }

    /** Sends an answer of the framework's own. */
    public void send(Reply reply) {
        chat.effects().send(factory().reply(reply));
    }

    private SendFactory factory() {
        String person = Origin.personIn(event.group());
        return person.isEmpty()
                ? new SendFactory(event.group(), asker)
                : SendFactory.to(Optional.ofNullable(subject()).orElseGet(() -> member(person)), asker);
    }

    /** Whether events of a kind are always about a person. */
    public static boolean hasSubject(Class<? extends Event> kind) {
        return EventSubject.known(kind);
    }

    /** The person that the event is about; a timer may be about one too. */
    public @Nullable Member subject() {
        if (event instanceof TimerFired fired && fired.member() != null) {
            return member(fired.member());
        }
        return EventSubject.of(event);
    }

    /** Somebody by the id that they were first known by. */
    Member member(String id) {
        return chat.group().facts().find(id).or(() -> Member.find(id))
                .orElseGet(() -> new Member(id, null, null, null));
    }

    @Override
    public Optional<OpenQuestion> question(String bot, String name) {
        return event instanceof IncomingMessage message
                ? chat.dialogues().find(bot, name, message)
                : Optional.empty();
    }

    @Override
    public Optional<Unanswered> unanswered(String bot, String name) {
        return chat.dialogues().unanswered(bot, name, this::member);
    }

    @Override
    public Optional<TaggedMessage> tagged(String bot) {
        return tagged().filter(message -> message.bot() == null || message.bot().isEmpty()
                || message.bot().equals(bot));
    }

    private synchronized Optional<TaggedMessage> tagged() {
        if (tagged == null) {
            tagged = findTagged();
        }
        return tagged;
    }

    private Optional<TaggedMessage> findTagged() {
        String messageId = switch (event) {
            case IncomingMessage message -> message.quoted() == null ? null : message.quoted().messageId();
            case Reaction reaction -> reaction.messageId();
            case MessageStatus status -> status.messageId();
            default -> null;
        };
        if (event instanceof SendFailed failed) {
            return failed.tag() == null
                    ? Optional.empty()
                    : Optional.of(new TaggedMessage(failed.bot(), failed.tag(), failed.payload()));
        }
        return Optional.ofNullable(messageId).flatMap(chats::tagged);
    }

    /** All effects. A deleted group also loses its labels, so that broadcasts no longer find it. */
    public Effects effects(@Nullable String deadLetter) {
        if (event instanceof GroupDeleted) {
            chat.effects().labelsOf(event.group())
                    .forEach(label -> chat.effects().label(new LabelChange(event.group(), label, false)));
        }
        return chat.effects().effects(chat.states().changed(), deadLetter);
    }
}
