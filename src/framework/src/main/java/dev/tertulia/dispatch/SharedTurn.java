package dev.tertulia.dispatch;

import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Failure;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.dispatch.SendFactory.Asker;
import dev.tertulia.message.Event;
import dev.tertulia.message.GroupDeleted;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.Origin;
import dev.tertulia.message.Reaction;
import dev.tertulia.message.SendFailed;
import dev.tertulia.message.TimerFired;
import dev.tertulia.store.Effects;
import dev.tertulia.store.LabelChange;
import dev.tertulia.store.TaggedMessage;

/** What the handlers of one event share: what was known when it came, and what they want done. */
final class SharedTurn implements EventView {

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
    boolean isStaff(Member member) {
        String conversation = chat.group().group();
        return staff.includes(member,
                () -> Origin.isGroup(conversation) ? chat.effects().labelsOf(conversation) : Set.of());
    }

    /** Whether the person that the event is about is staff. */
    boolean isByStaff() {
        Member subject = subject();
        return subject != null && isStaff(subject);
    }

    /** The framework's own timers. */
    ChatTimers startedTimers() {
        return new ChatTimers(asker.json(), asker.now());
    }

    /** Makes the framework's own answers. */
    SendFactory factory() {
        String person = Origin.personIn(event.group());
        return person.isEmpty()
                ? new SendFactory(event.group(), asker)
                : SendFactory.to(Optional.ofNullable(subject()).orElseGet(() -> member(person)), asker);
    }

    /** The person that the event is about; a timer may be about one too. */
    @Nullable
    Member subject() {
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

    /** What is told of a person outside of groups, or where they are gone, is for handlers of any event alone. */
    boolean isFor(HandlerMethod handler) {
        return (handler.takes() != MemberChanged.class || chat.group().concerns(event))
                && handler.isCalledIn(event.group());
    }

    /** All effects. A deleted group also loses its labels, so that broadcasts no longer find it. */
    Effects effects(@Nullable String deadLetter) {
        if (event instanceof GroupDeleted) {
            chat.effects().labelsOf(event.group())
                    .forEach(label -> chat.effects().label(new LabelChange(event.group(), label, false)));
        }
        return chat.effects().effects(chat.states().changed(), deadLetter);
    }
}
