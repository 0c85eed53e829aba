package dev.tertulia.emulator;

import java.util.ArrayList;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.ChatMessage.Choice;
import dev.tertulia.emulator.ChatMessage.Choices;

/** Buttons of a sent template that people can tap: quick replies and links. */
final class TemplateChoices {
    private TemplateChoices() {}

    /** Returns the choices, null if there are none. Without the template itself they are the payloads of the call. */
    static @Nullable Choices of(@Nullable Template template, TemplateCall call) {
        Map<Integer, String> given = call.buttons().stream().collect(
                Collectors.toMap(TemplateCall.Button::index, TemplateCall.Button::text, (one, other) -> other));
        var all = new ArrayList<Choice>();
        if (template == null) {
            call.buttons().stream().filter(button -> button.type().equals("QUICK_REPLY"))
                    .forEach(button -> all.add(quickReply(button.text(), button.text())));
            return Choices.of(null, all);
        }
        JsonNode buttons = template.component("buttons").path("buttons");
        for (int i = 0; i < buttons.size(); i++) {
            String title = buttons.path(i).path("text").asText();
            switch (buttons.path(i).path("type").asText().toUpperCase(Locale.ROOT)) {
                case "QUICK_REPLY" -> all.add(quickReply(given.getOrDefault(i, title), title));
                case "URL" -> all.add(new Choice("url", buttons.path(i).path("url").asText()
                        .replaceFirst("\\{\\{\\s*\\w+\\s*}}", Matcher.quoteReplacement(
                                given.getOrDefault(i, ""))),
                        title, null, null));
                default -> {
                    // phone numbers, codes and flows send nothing
                }
            }
        }
        return Choices.of(null, all);
    }

    private static Choice quickReply(String payload, String title) {
        return new Choice("quick_reply", payload, title, null, null);
    }
}
