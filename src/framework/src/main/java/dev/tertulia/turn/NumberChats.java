package dev.tertulia.turn;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.message.Member;
import dev.tertulia.number.NumberContext;
import dev.tertulia.store.StartTimer;
import dev.tertulia.store.Stores;
import dev.tertulia.store.Tags.TaggedMessage;

/** The stored data of the chats of one phone number, for turns of other chats and for calls outside of turns. */
final class NumberChats {

    private final NumberContext number;
    private final Stores stores;
    private final GroupFactsSource groups;
    private final Locale usual;

    /** @param usual the language of chats for which none is set */
    NumberChats(NumberContext number, Stores stores, GroupFactsSource groups, Locale usual) {
        this.number = number;
        this.stores = stores;
        this.groups = groups;
        this.usual = usual;
    }

    /** The facts of a group as they are stored now. */
    GroupFactsSession facts(String group) {
        return GroupFactsSession.stored(groups, stores.inbox(), number, group);
    }

    /** A person under the id that they were first known by. */
    Member known(Member member) {
        return member.as(stores.people().meet(member, null, number.now()).id());
    }

    Locale language(String conversation) {
        String key = TurnStates.key(ChatLanguage.class);
        Map<String, String> stored = stores.inbox().state(conversation, key).map(text -> Map.of(key, text))
                .orElse(Map.of());
        String tag = new TurnStates(number.json(), stored).of(ChatLanguage.class, null).get().tag();
        return tag == null ? usual : Locale.forLanguageTag(tag);
    }

    /** The open questions of a conversation. */
    OpenQuestions questions(String conversation) {
        String key = TurnStates.key(OpenQuestions.class);
        Map<String, String> stored = state(conversation, key).map(text -> Map.of(key, text)).orElse(Map.of());
        return new TurnStates(number.json(), stored).of(OpenQuestions.class, null).get();
    }

    /** A stored value of a conversation, as JSON. */
    Optional<String> state(String conversation, String key) {
        return stores.inbox().state(conversation, key);
    }

    /** The running timers of a conversation. */
    List<StartTimer> timers(String conversation) {
        return stores.inbox().timers(conversation);
    }

    Optional<TaggedMessage> tagged(String messageId) {
        return stores.tags().find(messageId, number.now());
    }

    Optional<String> taggedLast(String conversation, String bot, String tag) {
        return stores.tags().latest(conversation, bot, tag, number.now());
    }
}
