package dev.tertulia.server.settings;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tertulia.message.Member;
import dev.tertulia.turn.ChatSettings;
import dev.tertulia.turn.ChatSettings.Hints;
import dev.tertulia.turn.StaffList;

/**
 * Reader of the framework's own behaviour in chats: its language, the staff, the list of commands and hints.
 *
 * @param labels the labels for which staff is configured
 */
record ChatReader(Keys keys, Collection<String> labels) {

    private static final String STAFF = "tertulia.staff";
    /** The prefix of the keys for the staff of a label's groups. */
    static final String LABEL_STAFF = "tertulia.label-staff";

    ChatSettings read() {
        ChatSettings usual = ChatSettings.USUAL;
        String language = keys.matching("tertulia.language", usual.language().toLanguageTag(),
                "[a-zA-Z]{2,3}([-_][a-zA-Z0-9]{2,8})*", "a language, such as en or pt-BR");
        Map<String, List<String>> byLabel = new HashMap<>();
        labels.forEach(label -> byLabel.put(label, people(LABEL_STAFF + "." + label)));
        return new ChatSettings(Locale.forLanguageTag(language.replace('_', '-')),
                StaffList.of(people(STAFF), byLabel), isOn("tertulia.help", usual.help()), hints(usual.hints()),
                tagsKept(usual.tagsKept()));
    }

    private List<String> people(String key) {
        List<String> people = keys.words(key);
        people.stream().filter(person -> Member.find(person).isEmpty()).forEach(nobody -> keys.note(Keys.bad(key,
                nobody, "user ids and phone numbers, such as US.134 or +1 650 555 1234")));
        return people.stream().filter(person -> Member.find(person).isPresent()).toList();
    }

    private boolean isOn(String key, boolean otherwise) {
        return keys.matching(key, String.valueOf(otherwise), "true|false", "true or false").equals("true");
    }

    private Hints hints(Hints otherwise) {
        return Hints.valueOf(keys.matching("tertulia.command-hints", otherwise.name().toLowerCase(Locale.ROOT),
                "off|private|anywhere", "off, private or anywhere").toUpperCase(Locale.ROOT));
    }

    private Duration tagsKept(Duration otherwise) {
        return keys.limit("tertulia.tags-kept", otherwise);
    }
}
