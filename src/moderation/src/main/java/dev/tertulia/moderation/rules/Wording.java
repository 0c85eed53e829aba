package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A message of a rule.
 *
 * @param text     may contain {@code {name}}, {@code {rule}}, {@code {case}} and {@code {strikes}}
 * @param whenShut what happens while the window is shut
 */
public record Wording(String text, WhenShut whenShut) {

    /** What happens to a message while the customer service window is shut. */
    public sealed interface WhenShut {

        /**
         * A template is sent.
         *
         * @param language   {@code null} for the default
         * @param parameters of its body, with the same placeholders as the text
         */
        record UseTemplate(String name, @Nullable String language, List<String> parameters) implements WhenShut {
            public UseTemplate {
                parameters = List.copyOf(parameters);
            }
        }

        /** It waits until the window opens, and is dropped after this time. */
        record Hold(Duration atMost) implements WhenShut {}

        /** Nothing is sent. */
        record Drop() implements WhenShut {}
    }
}
