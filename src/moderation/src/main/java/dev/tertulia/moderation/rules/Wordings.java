package dev.tertulia.moderation.rules;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tertulia.moderation.rules.Wording.WhenShut;

/** The reading of messages: a text, or a map with {@code text}; and what happens while the window is shut. */
final class Wordings {

    /** The keys for what happens while the window is shut. */
    static final List<String> OPTIONS = List.of("template", "hold", "drop");

    /** What a text may contain in braces. */
    static final List<String> PLACEHOLDERS = List.of("name", "group", "rule", "case", "strikes");

    private static final WhenShut UNLESS_SAID = new WhenShut.Hold(Duration.ofDays(1));
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z_]+)}");

    private Wordings() {}

    /** The message of an action. */
    static Wording read(Value value, Fields options) {
        if (value.isScalar()) {
            return new Wording(text(value), whenShut(options));
        }
        Fields fields = value.fields("'" + value.key() + "'", "text", "template", "hold", "drop");
        return new Wording(fields.need("text", Wordings::text, ""), whenShut(fields));
    }

    /** A text, whose placeholders are checked. */
    static String text(Value value) {
        String text = value.text();
        Matcher placeholder = PLACEHOLDER.matcher(text);
        while (placeholder.find()) {
            String name = placeholder.group(1);
            if (!PLACEHOLDERS.contains(name)) {
                value.problem("{" + name + "} stands for nothing; " + Nearest.advice(name, PLACEHOLDERS));
            }
        }
        return text;
    }

    private static WhenShut whenShut(Fields options) {
        List<String> chosen = options.keys().stream().filter(OPTIONS::contains).toList();
        if (chosen.size() > 1) {
            options.find(chosen.get(1)).ifPresent(value -> value.wrongKey("'" + chosen.getFirst() + "' and '"
                    + chosen.get(1) + "' exclude each other; keep one"));
        }
        options.find("drop").ifPresent(Value::mustBeTrue);
        return options.find("template").map(Wordings::template)
                .or(() -> options.find("hold").map(time -> new WhenShut.Hold(time.duration())))
                .or(() -> options.find("drop").map(yes -> new WhenShut.Drop())).orElse(UNLESS_SAID);
    }

    private static WhenShut template(Value value) {
        if (value.isScalar()) {
            return new WhenShut.UseTemplate(name(value), null, List.of());
        }
        Fields fields = value.fields("'template'", "name", "language", "parameters");
        return new WhenShut.UseTemplate(fields.need("name", Wordings::name, ""),
                fields.find("language").map(Value::text).orElse(null),
                fields.get("parameters", list -> list.items().stream().map(Wordings::text).toList(), List.of()));
    }

    private static String name(Value value) {
        String name = value.text();
        if (!name.matches("[a-z0-9_]{1,512}")) {
            value.problem("'" + name + "' cannot be the name of a template; write lower-case letters, digits and"
                    + " underscores");
        }
        return name;
    }
}
