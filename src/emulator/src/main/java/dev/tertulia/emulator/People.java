package dev.tertulia.emulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** Everybody who was ever in a group. The same phone is the same person in all of them. */
final class People {
    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byPhone = new HashMap<>();
    private final Ids ids;

    People(Ids ids) {
        this.ids = ids;
    }

    /** A person by phone: null draws a fresh one, empty withholds it. A name that was left out is kept from before. */
    Person called(String name, @Nullable String phone) {
        String number = number(phone);
        @Nullable
        Person known = byPhone.get(number);
        Person person = known == null
                ? new Person("m" + (byId.size() + 1), name.strip(), number, ids.user())
                : new Person(known.id(), name.isBlank() ? known.name() : name.strip(), number, known.userId());
        byId.put(person.id(), person);
        if (!number.isEmpty()) {
            byPhone.put(number, person);
        }
        return person;
    }

    private String number(@Nullable String phone) {
        String number = phone == null ? freshPhone() : Ids.digits(phone);
        if (phone != null && !phone.isBlank() && (number.length() < 7 || number.length() > 15)) {
            throw new IllegalArgumentException(
                    "A phone number has 7 to 15 digits, such as +1 650 555 1234; '%s' has not.".formatted(phone));
        }
        return number;
    }

    /** Gives somebody another number, a fresh one for null, and another user id; who hides the number hides the new one. */
    Person renumbered(Person person, @Nullable String phone) {
        String number = person.withheld() && phone == null ? "" : number(phone);
        if (byPhone.containsKey(number)) {
            throw new IllegalArgumentException("Somebody else has the number %s.".formatted(number));
        }
        return replaced(person, new Person(person.id(), person.name(), number, ids.user()));
    }

    /** Hides somebody's number. */
    Person hidden(Person person) {
        return replaced(person, new Person(person.id(), person.name(), "", person.userId()));
    }

    private Person replaced(Person before, Person after) {
        byPhone.remove(before.phone(), before);
        byId.put(after.id(), after);
        if (!after.withheld()) {
            byPhone.put(after.phone(), after);
        }
        return after;
    }

    List<Person> all() {
        return List.copyOf(byId.values());
    }

    /** Adds somebody as they were. */
    void add(Person person) {
        byId.put(person.id(), person);
        if (!person.withheld()) {
            byPhone.put(person.phone(), person);
        }
    }

    @Nullable
    Person byId(String id) {
        return byId.get(id);
    }

    /** Somebody whom the controls, or a kept scene, mean. */
    Person existing(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new NoSuchElementException(
                "There is nobody '%s'. The people are %s.".formatted(id, byId.keySet())));
    }

    /** Whom a message goes to: somebody known, else a stranger who is not remembered. */
    Person addressed(String phoneOrUserId) {
        return byId.values().stream().filter(person -> person.answersTo(phoneOrUserId)).findFirst()
                .orElseGet(() -> new Person("", "", Ids.digits(phoneOrUserId), "US.0"));
    }

    private String freshPhone() {
        String phone = ids.phone();
        while (byPhone.containsKey(phone)) {
            phone = ids.phone();
        }
        return phone;
    }
}
