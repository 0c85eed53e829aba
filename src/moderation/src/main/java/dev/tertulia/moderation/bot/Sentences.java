package dev.tertulia.moderation.bot;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.moderation.cases.Deed;
import dev.tertulia.moderation.rules.Wording;

/** The messages of rules, as parts of deeds and back. */
final class Sentences {

    private static final String TEXT = "text";
    private static final String TEMPLATE = "template";
    private static final String LANGUAGE = "language";
    private static final String HOLD = "hold";
    private static final String PARAMETERS = "parameters";
    private static final String SEPARATOR = "\n";
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z]+)}");

    private Sentences() {}

    /** The parts of a message with the names filled in. The number of the case is filled in when it is sent. */
    static Map<String, String> parts(Wording words, Map<String, String> names) {
        Map<String, String> parts = new HashMap<>();
        parts.put(TEXT, filled(words.text(), names));
        switch (words.whenShut()) {
            case Wording.WhenShut.UseTemplate template -> {
                parts.put(TEMPLATE, template.name());
                if (template.language() != null) {
                    parts.put(LANGUAGE, template.language());
                }
                parts.put(PARAMETERS, template.parameters().stream()
                        .map(one -> filled(one, names).replace(SEPARATOR, " ")).collect(Collectors.joining(SEPARATOR)));
            }
            case Wording.WhenShut.Hold hold -> parts.put(HOLD, hold.atMost().toString());
            case Wording.WhenShut.Drop drop -> {
                // nothing is sent in a shut window unless a part says so
            }
        }
        return parts;
    }

    /** A text with the names filled in. What looks like a placeholder in a name is a part of the name. */
    static String filled(String text, Map<String, String> names) {
        return PLACEHOLDER.matcher(text).replaceAll(
                found -> Matcher.quoteReplacement(names.getOrDefault(found.group(1), found.group())));
    }

    /** The words of a deed for a case. */
    static String words(Deed deed, String number) {
        return filled(deed.get(TEXT), Map.of("case", number));
    }

    /** The message of a deed for a case. */
    static Notice notice(Deed deed, String number) {
        Reply reply = Reply.text(words(deed, number));
        if (!deed.get(TEMPLATE).isEmpty()) {
            return reply.orTemplate(template(deed, number));
        }
        return deed.get(HOLD).isEmpty() ? reply.orDrop() : reply.orHold(Duration.parse(deed.get(HOLD)));
    }

    /** The template of a deed for a case. */
    static Template template(Deed deed, String number) {
        List<String> parameters = Stream.of(deed.get(PARAMETERS).split(SEPARATOR)).filter(one -> !one.isBlank())
                .map(one -> filled(one, Map.of("case", number))).toList();
        Template template = Template.of(deed.get(TEMPLATE), parameters.toArray());
        return deed.get(LANGUAGE).isEmpty() ? template : template.in(deed.get(LANGUAGE));
    }
}
