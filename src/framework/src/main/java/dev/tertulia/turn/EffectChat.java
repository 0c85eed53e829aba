package dev.tertulia.turn;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Function;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Timer;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.store.CancelTimers;

/** A chat that hands on what is asked of it: to a turn's effects, or straight to the stores. */
abstract class EffectChat {

    private final SendFactory factory;
    private final Function<String, EffectSink> sinks;

    /** @param sinks the sink of the calls of a method, by its name */
    EffectChat(SendFactory factory, Function<String, EffectSink> sinks) {
        this.factory = factory;
        this.sinks = sinks;
    }

    final SendFactory factory() {
        return factory;
    }

    final EffectSink to(String method) {
        return sinks.apply(method);
    }

    public void send(Notice notice) {
        to("send").send(factory.reply(notice));
    }

    public void markRead(String messageId) {
        factory.ask(new Message.MarkRead(messageId), to("markRead")::send);
    }

    public Timer timer(String name) {
        return new EffectTimer(factory, this::to, name);
    }

    public void startTimer(String name, Duration after, String payload) {
        new EffectTimer(factory, method -> to("startTimer"), name).start(after, payload);
    }

    public void cancelTimers(String name) {
        to("cancelTimers").cancelTimers(new CancelTimers(factory.conversation(), name, null));
    }

    public void language(Locale language) {
        if (language.getLanguage().isEmpty()) {
            throw new InvalidArgument("no language is set by language(" + language + "); write one such as"
                    + " Locale.of(\"pt\")");
        }
        to("language").language(factory.conversation(), language);
    }
}
