package dev.tertulia.emulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;

/** Subject and description of a group in a call; null if absent. */
record SubjectAndDescription(@Nullable String subject, @Nullable String description) {
    private static final int LONGEST_SUBJECT = 128;
    private static final int LONGEST_DESCRIPTION = 2048;

    static SubjectAndDescription read(ObjectNode body) {
        var texts = new SubjectAndDescription(stripped(body, "subject"), stripped(body, "description"));
        if (texts.subject != null && texts.subject.isEmpty()) {
            throw invalid("Parameter 'subject' must have at least 1 character.");
        }
        check("subject", texts.subject, LONGEST_SUBJECT);
        check("description", texts.description, LONGEST_DESCRIPTION);
        return texts;
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
        return new Refusal(ApiError.invalid(details));
    }
}
