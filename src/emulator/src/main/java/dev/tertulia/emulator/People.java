package dev.tertulia.emulator;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

/** All people who were ever in a group or a private chat. A phone number identifies a person everywhere. */
final class People {
    private static final String PHONE = "\\d{7,15}";

    private final Map<String, Person> byId = new LinkedHashMap<>();
    private final Map<String, Person> byPhone = new HashMap<>();
    private final IdGenerator ids;

    People(IdGenerator ids) {
        this.ids = ids;
    }

    /**
     * Returns the person with a phone number, and adds an unknown one. A blank name keeps the known one.
     *
     * @param phone null for a generated number, empty for a hidden one
     */
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
        String number = phone == null ? freshPhone() : IdGenerator.digits(phone);
        if (phone != null && !phone.isBlank() && !number.matches(PHONE)) {
            throw new IllegalArgumentException(
                    "'%s' is not a phone number: write 7 to 15 digits, such as +1 650 555 1234.".formatted(phone));
        }
        return number;
    }

    /** Gives a person a new number, a generated one for null, and a new user id. A hidden number stays hidden for null. */
    Person renumbered(Person person, @Nullable String phone) {
        String number = person.withheld() && phone == null ? "" : number(phone);
        if (byPhone.containsKey(number)) {
            throw new IllegalArgumentException("Another person has the number %s.".formatted(number));
        }
        return replaced(person, new Person(person.id(), person.name(), number, ids.user()));
    }

    /** Hides a person's number. */
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

    /** Adds a person of a saved state. */
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

    /**
     * Returns the person with an id.
     *
     * @throws NoSuchElementException if the id is unknown
     */
    Person existing(String id) {
        return Optional.ofNullable(byId.get(id)).orElseThrow(() -> new NoSuchElementException(
                "There is no person '%s'. The people are %s.".formatted(id, byId.keySet())));
    }

    /** Returns the person whom a call names. An unknown one is not added. */
    Person addressed(String phoneOrUserId) {
        return byId.values().stream().filter(person -> person.answersTo(phoneOrUserId)).findFirst()
                .orElseGet(() -> new Person("", "", IdGenerator.digits(phoneOrUserId), "US.0"));
    }

    /** Returns the recipient of a message. An unknown phone number is added as a person without a name. */
    Person recipient(String phoneOrUserId) {
        Person person = addressed(phoneOrUserId);
        boolean isPhone = IdGenerator.digits(phoneOrUserId).matches(PHONE) && !Person.isUserId(phoneOrUserId);
        return person.id().isEmpty() && isPhone ? called("", phoneOrUserId) : person;
    }

    private String freshPhone() {
        String phone = ids.phone();
        while (byPhone.containsKey(phone)) {
            phone = ids.phone();
        }
        return phone;
    }
}
