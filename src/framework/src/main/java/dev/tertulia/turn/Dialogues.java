package dev.tertulia.turn;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.State;
import dev.tertulia.bot.Unanswered;
import dev.tertulia.bot.Unanswered.Reason;
import dev.tertulia.message.Event;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.outbox.Send;
import dev.tertulia.phrases.PhraseBook;
import dev.tertulia.store.CancelTimers;

/** The open questions and the language of one conversation, as a turn reads and changes them. */
final class Dialogues {

    private final String conversation;
    private final State<OpenQuestions> questions;
    private final State<ChatLanguage> language;
    private final Questions answers;
    private final ChatTimers timers;
    private final Locale usual;
    private @Nullable OpenQuestion ended;
    private @Nullable Reason reason;

    /**
     * The dialogues of a conversation.
     *
     * @param answers what the handlers of answers allow
     * @param usual   the language where none is set
     */
    Dialogues(String conversation, TurnStates states, Questions answers, ChatTimers timers, Locale usual) {
        this.conversation = conversation;
        this.questions = states.of(OpenQuestions.class, null);
        this.language = states.of(ChatLanguage.class, null);
        this.answers = answers;
        this.timers = timers;
        this.usual = usual;
    }

    /** Refuses a question whose answer no handler takes. */
    void check(AskedQuestion asked) {
        if (answers.find(asked.bot(), asked.name()).isEmpty()) {
            throw new InvalidArgument("the question '", asked.name(), "' is asked, and no handler of the bot takes its"
                    + " answer; write a method with @OnAnswer(\"" + asked.name() + "\")");
        }
    }

    /** Opens a question, whose time runs from now on. One that this version of its bot no longer asks is ignored. */
    synchronized void open(AskedQuestion left, MemberLookup members, BufferedEffects effects) {
        boolean inGroup = left.member() != null && Origin.isGroup(conversation);
        AskedQuestion asked = inGroup ? left.to(members.byId(left.member()).id()) : left;
        if (asked.bot().isEmpty() && Send.broadcast(asked.id()).isEmpty()) {
            check(asked);
        }
        answers.find(asked.bot(), asked.name()).ifPresent(answer -> open(asked, answer, effects));
    }

    private void open(AskedQuestion asked, OpenQuestion.Declared answer, BufferedEffects effects) {
        OpenQuestion question = new OpenQuestion(asked.id(), answer.bot(), asked.name(), asked.member(),
                timers.now().plus(answer.within()), answer.attempts());
        questions.get().open().stream().filter(other -> other.bot().equals(question.bot())
                && Objects.equals(other.member(), question.member()))
                .forEach(replaced -> stop(replaced, effects));
        questions.set(questions.get().with(question));
        effects.startTurn(timers.ending(conversation, question));
    }

    /** Takes over the questions of another chat of the same person. */
    synchronized void adopt(OpenQuestions others) {
        OpenQuestions all = others;
        for (OpenQuestion question : questions.get().open()) {
            all = all.with(question);
        }
        questions.set(all);
    }

    /** Closes a question whose message was not sent. */
    synchronized void withdraw(String id, BufferedEffects effects) {
        questions.get().find(question -> question.id().equals(id)).ifPresent(question -> close(question, effects));
    }

    /** The open question of a bot that a person may answer. */
    Optional<OpenQuestion> find(String bot, String name, IncomingMessage message) {
        return find(message, question -> question.bot().equals(bot) && question.name().equals(name));
    }

    private Optional<OpenQuestion> find(IncomingMessage message, Predicate<OpenQuestion> which) {
        return questions.get().find(question -> which.test(question) && question.isFor(message.sender().id())
                && question.until().isAfter(message.at().isBefore(timers.now()) ? message.at() : timers.now()));
    }

    /** The question is answered, or given up. */
    synchronized void close(OpenQuestion question, BufferedEffects effects) {
        questions.set(questions.get().without(question.id()));
        stop(question, effects);
    }

    /** The question stays open after all. */
    synchronized void reopen(OpenQuestion question, BufferedEffects effects) {
        questions.set(questions.get().with(question));
        effects.startTurn(timers.ending(conversation, question));
    }

    private void stop(OpenQuestion question, BufferedEffects effects) {
        effects.cancelTimers(new CancelTimers(conversation, ChatTimers.TIME_OUT, question.id()));
    }

    /** Ends the question whose time an event says is over, or that the words of a message cancel. */
    synchronized void end(Event event, boolean cancelled, BufferedEffects effects) {
        switch (event) {
            case TimerFired fired when fired.name().equals(ChatTimers.TIME_OUT) -> questions.get()
                    .find(question -> question.id().equals(fired.payload()))
                    .ifPresent(question -> giveUp(question, Reason.TIME_IS_UP, effects));
            case IncomingMessage message when cancelled -> find(message, question -> true)
                    .ifPresent(question -> giveUp(question, Reason.CANCELLED, effects));
            default -> {
            }
        }
    }

    /** Closes a question that stays without an answer. */
    synchronized void giveUp(OpenQuestion question, Reason why, BufferedEffects effects) {
        close(question, effects);
        ended = question;
        reason = why;
    }

    /** Whether a question ended without an answer in this turn. */
    synchronized boolean hasEnded() {
        return ended != null;
    }

    /** Why a question of a bot ended without an answer in this turn, if one did. */
    synchronized Optional<Reason> ended(String bot) {
        return Optional.ofNullable(reason).filter(why -> ended != null && ended.bot().equals(bot));
    }

    /** The same, for the handler of this question. */
    synchronized Optional<Unanswered> unanswered(String bot, String name, MemberLookup members) {
        OpenQuestion question = ended;
        return question == null || reason == null || !question.bot().equals(bot) || !question.name().equals(name)
                ? Optional.empty()
                : Optional.of(new Unanswered(name,
                        question.member() == null ? null : members.byId(question.member()), reason));
    }

    /** Finds the people of a conversation by their ids. */
    interface MemberLookup {

        Member byId(String id);
    }

    /** Sets the language. */
    void language(Locale locale) {
        language.set(new ChatLanguage(locale.toLanguageTag()));
    }

    /** The language of the conversation. */
    Locale language() {
        String tag = language.get().tag();
        return tag == null ? usual : Locale.forLanguageTag(tag);
    }

    /** The phrases of a bot, or the framework's own, in the language of the conversation. */
    PhraseBook phrases(@Nullable Class<?> bot) {
        return PhraseBook.of(language(), bot);
    }
}
