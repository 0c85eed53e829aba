package dev.tertulia.turn;

import java.util.Locale;
import java.util.function.Function;
import java.util.function.Supplier;

import dev.tertulia.action.Message;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.message.Member;

/** A one-to-one chat that hands on what is asked of it. */
final class EffectPerson extends EffectChat implements Person {

    private final Member member;
    private final Supplier<Locale> language;

    EffectPerson(SendFactory factory, Function<String, EffectSink> sinks, Member member, Supplier<Locale> language) {
        super(factory, sinks);
        this.member = member;
        this.language = language;
    }

    @Override
    public String id() {
        return member.id();
    }

    @Override
    public Member member() {
        return member;
    }

    @Override
    public void send(PrivateNotice notice) {
        to("send").send(factory().reply(notice));
    }

    @Override
    public void showTyping(String messageId) {
        factory().ask(new Message.ShowTyping(messageId), to("showTyping")::send);
    }

    @Override
    public Locale language() {
        return language.get();
    }
}
