package dev.tertulia.turn;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Origin;
import dev.tertulia.message.TimerFired;
import dev.tertulia.store.CancelTimers;
import dev.tertulia.store.StartTimer;

/**
 * Moves what is stored of a private chat to another one, because the people of both turned out to be one: what bots keep,
 * open questions, timers and the language. What the other one has of its own stays.
 *
 * @param here  the chat that remains
 * @param moved says under which id the person had the other chat
 */
record ChatMove(NumberChats chats, SharedTurn.Chat here, TimerFired moved) {

    void run(ChatTimers own) {
        String from = Origin.person(merged());
        here.states().ownNames().forEach(name -> {
            adopt(from, name, name);
            adopt(from, name + " " + merged(), name + " " + id());
        });
        String language = TurnStates.key(ChatLanguage.class);
        adopt(from, language, language);
        here.dialogues().adopt(chats.questions(from).moved(merged(), id()));
        chats.timers(from).forEach(this::move);
        here.effects().startTurn(own.movedAway(from));
    }

    private String merged() {
        return moved.payload();
    }

    private String id() {
        return Origin.personIn(moved.group());
    }

    private void adopt(String from, String key, String newKey) {
        chats.state(from, key).ifPresent(text -> here.states().adopt(newKey, text));
    }

    private void move(StartTimer timer) {
        here.effects().cancelTimers(new CancelTimers(timer.group(), timer.name(), null));
        here.effects().startTurn(new StartTimer(moved.group(), timer.name(), timer.id(), timer.at(), timer.payload(),
                changed(timer.key()), changed(timer.member())));
    }

    private @Nullable String changed(@Nullable String id) {
        return merged().equals(id) ? id() : id;
    }
}
