package dev.tertulia.emulator;

import java.util.NoSuchElementException;
import java.util.Optional;

/** One-to-one conversation of a person with a business number. */
final class PrivateChat extends Chat {
    private Person person;

    PrivateChat(BusinessNumber number, Person person) {
        super(number);
        this.person = person;
    }

    Person person() {
        return person;
    }

    /** Replaces the person by the one with the new number or name. */
    void person(Person renamed) {
        person = renamed;
    }

    @Override
    String title() {
        return "the chat with " + person.shownName();
    }

    @Override
    Optional<Person> participant(String id) {
        return Optional.of(person).filter(one -> one.id().equals(id));
    }

    @Override
    Person member(String id) {
        return participant(id).orElseThrow(
                () -> new NoSuchElementException("'%s' does not take part in %s.".formatted(id, title())));
    }
}
