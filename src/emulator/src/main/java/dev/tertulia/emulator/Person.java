package dev.tertulia.emulator;

import java.util.Locale;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/**
 * Person with a phone. A person who hides the number is known by user id and username only.
 *
 * @param phone digits only; empty if hidden
 */
record Person(String id, String name, String phone, String userId) {

    static boolean isUserId(String text) {
        return text.matches("[A-Z]{2}\\.(ENT\\.)?\\w+");
    }

    MemberView view() {
        return new MemberView(id, name, phone, userId);
    }

    String shownName() {
        return !name.isEmpty() ? name : withheld() ? username() : "+" + phone;
    }

    boolean withheld() {
        return phone.isEmpty();
    }

    @Nullable
    String waId() {
        return withheld() ? null : phone;
    }

    /** Returns the digits that stand for the person in ids. */
    String digits() {
        return withheld() ? userId.substring(userId.indexOf('.') + 1) : phone;
    }

    /** Returns the two letters that precede the user id. */
    String country() {
        return userId.substring(0, 2);
    }

    ObjectNode inGroupEvent() {
        return Json.object("wa_id", waId(), "user_id", userId, "username", withheld() ? username() : null);
    }

    ObjectNode asContact() {
        return Json.object("profile", Json.object("name", name, "username", withheld() ? username() : null), "wa_id",
                waId(), "user_id", userId);
    }

    boolean answersTo(String phoneOrUserId) {
        return userId.equals(phoneOrUserId) || !withheld() && phone.equals(IdGenerator.digits(phoneOrUserId));
    }

    private String username() {
        String letters = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
        return "@" + (letters.isEmpty() ? "user" + id : letters);
    }
}
