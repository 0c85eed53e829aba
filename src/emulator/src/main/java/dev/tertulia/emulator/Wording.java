package dev.tertulia.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** A group's subject and description as a call gives them, null where it does not. */
record Wording(@Nullable String subject, @Nullable String description) {
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_DESCRIPTION = 2048;

    static Wording read(ObjectNode body) {
        var wording = new Wording(stripped(body, "subject"), stripped(body, "description"));
        if (wording.subject != null && wording.subject.isEmpty()) {
            throw invalid("Parameter 'subject' must have at least 1 character.");
        }
        check("subject", wording.subject, LONGEST_SUBJECT);
        check("description", wording.description, LONGEST_DESCRIPTION);
        return wording;
    }

    private static @Nullable String stripped(ObjectNode body, String key) {
        @Nullable
        String text = Json.text(body, key);
        return text == null ? null : text.strip();
    }

    private static void check(String key, @Nullable String text, int longest) {
        if (text != null && Json.characters(text) > longest) {
            throw invalid("Parameter '%s' must be at most %d characters.".formatted(key, longest));
        }
    }

    private static Refusal invalid(String details) {
        return new Refusal(GraphError.invalid(details));
    }
}
