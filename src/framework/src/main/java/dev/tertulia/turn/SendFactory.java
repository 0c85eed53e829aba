package dev.tertulia.turn;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.GroupOperation;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.FollowUp;
import dev.tertulia.bot.NewGroup;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Question;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Tag;
import dev.tertulia.bot.WhenShut;
import dev.tertulia.journal.CorrelationId;
import dev.tertulia.message.Event;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.message.Operation;
import dev.tertulia.message.Origin;
import dev.tertulia.number.Payloads;
import dev.tertulia.outbox.Priority;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.SendDetails;
import dev.tertulia.outbox.SendDetails.Asked;

/**
 * Makes outbox entries of what a bot wants in one conversation.
 *
 * @param person of a one-to-one chat, whom the entries go to; {@code null} for a group
 * @param asker  what the entries have in common
 */
record SendFactory(String conversation, @Nullable Member person, Asker asker) {

    /**
     * The turn or direct call that asks.
     *
     * @param bot       stored name of the bot; empty outside a turn
     * @param cause     the event that is answered; {@code null} outside a turn
     * @param subject   the person that the turn is about; {@code null} if it is about nobody
     * @param replyHold how long a plain reply may be held
     */
    record Asker(String bot, @Nullable Event cause, @Nullable Member subject, Instant now, Duration replyHold,
            ObjectMapper json) {

        Asker of(String name, @Nullable Member about) {
            return new Asker(name, cause, about, now, replyHold, json);
        }
    }

    /** The factory of a group, or of the account. */
    SendFactory(String conversation, Asker asker) {
        this(conversation, null, asker);
    }

    /** The factory of a one-to-one chat. */
    static SendFactory to(Member person, Asker asker) {
        return new SendFactory(Origin.person(person.id()), person, asker);
    }

    Instant now() {
        return asker.now();
    }

    Send reply(Reply reply) {
        return switch (reply) {
            case Notice notice -> message(notice.body(), notice.quotes(), notice.whenShut(),
                    expiry(notice.validFor()), noticePriority(), notice.followUp());
            default -> message(reply.body(), reply.quotes(), new WhenShut.Hold(asker.replyHold()), null,
                    Priority.REPLY, reply.followUp());
        };
    }

    Send reply(PrivateReply reply) {
        return message(reply.menu(), reply.quotes(), new WhenShut.Hold(asker.replyHold()), null, Priority.REPLY,
                reply.followUp());
    }

    Send reply(PrivateNotice notice) {
        return message(notice.menu(), notice.quotes(), notice.whenShut(), expiry(notice.validFor()),
                noticePriority(), notice.followUp());
    }

    private @Nullable Instant expiry(@Nullable Duration validFor) {
        return validFor == null ? null : now().plus(validFor);
    }

    private Priority noticePriority() {
        return asker.cause() != null && asker.cause().opensWindow() ? Priority.REPLY : Priority.NOTICE;
    }

    private Send message(Body body, @Nullable String quotes, WhenShut whenShut, @Nullable Instant expires,
            Priority priority, FollowUp followUp) {
        if (followUp.pinned() != null && !Origin.isGroup(conversation)) {
            throw new InvalidArgument("pinned(…): messages are pinned in groups alone; leave it out in private chats");
        }
        Tag tag = followUp.tag();
        Asked asked = followUp.question() == null ? null : asked(followUp.question());
        SendDetails details = new SendDetails(person == null ? null : person.address(),
                tag == null && asked == null ? null : asker.bot(), tag == null ? null : tag.name(),
                tag == null || tag.payload() == null ? null : payload("tag '" + tag.name() + "'", tag.payload()),
                followUp.pinned() == null ? 0 : (int) followUp.pinned().toDays(), asked);
        return send(new Message.FreeForm(body, quotes), priority, whenShut, expires).with(details);
    }

    /** A payload as it is stored. */
    String payload(String where, Object payload) {
        return new Payloads(asker.json()).write(where, payload);
    }

    private Asked asked(Question question) {
        return new Asked(question.name(), question.anyone() ? null : askedMember(question).id());
    }

    private Member askedMember(Question question) {
        return Optional.ofNullable(person).or(() -> Optional.ofNullable(asker.subject()))
                .orElseThrow(() -> new InvalidArgument("asking(\"" + question.name()
                        + "\"): this turn is about nobody who could answer; use askingAnyone, or ask a person with"
                        + " turn.person(member).send(…)"));
    }

    /** Asks for something that is no message to the conversation, by handing its entry on. */
    Send ask(Action action, Consumer<Send> sends) {
        Send send = send(action, Priority.MODERATION, null, null);
        sends.accept(send);
        return send;
    }

    Operation operation(Action action, Consumer<Send> sends) {
        return ask(action, sends).operation().orElseThrow();
    }

    Operation create(NewGroup wanted, Consumer<Send> sends) {
        return operation(
                new GroupOperation.CreateGroup(wanted.subject(), wanted.description(), wanted.approvalRequired()),
                sends);
    }

    private Send send(Action action, Priority priority, @Nullable WhenShut whenShut, @Nullable Instant expires) {
        String id = SortableIds.next(now());
        return new Send(asker.cause() == null ? id : CorrelationId.of(asker.cause()).on(id), conversation, action,
                priority, whenShut, now(), expires, dev.tertulia.outbox.Progress.NONE);
    }
}
