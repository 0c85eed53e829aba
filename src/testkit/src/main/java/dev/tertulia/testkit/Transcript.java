package dev.tertulia.testkit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.emulator.ChatMessage;

/** The conversation of a group, as printed for a failed test. */
record Transcript(List<ChatMessage> bubbles, Map<String, String> names, List<String> notes) {

    private static final String NOTE = "system";

    @Override
    public String toString() {
        String said = bubbles.isEmpty()
                ? "  no messages"
                : bubbles.stream().map(this::line).collect(Collectors.joining("\n"));
        return notes.isEmpty()
                ? said
                : Stream.concat(Stream.of(said, "other steps of the line:"), notes.stream().map(note -> "  " + note))
                        .collect(Collectors.joining("\n"));
    }

    private String line(ChatMessage bubble) {
        if (bubble.kind().equals(NOTE)) {
            return "  (" + bubble.text() + ")";
        }
        String who = bubble.from().equals(ChatMessage.BUSINESS)
                ? "bot"
                : names.getOrDefault(bubble.from(), bubble.from());
        return "  " + who + ": " + words(bubble) + (bubble.error() == null
                ? ""
                : " (not delivered: " + bubble.error()
                        + ")");
    }

    /** The text of a message, and its kind. */
    static String words(ChatMessage bubble) {
        ChatMessage.Filled filled = bubble.extra().filled();
        return bubble.template() == null
                ? bubble.text()
                : "[template " + bubble.template() + (filled == null ? "" : " " + filled.body()) + "] " + bubble.text();
    }
}
