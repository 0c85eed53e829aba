package dev.tertulia.server.console.notice;

import java.time.Duration;
import java.util.List;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.Template;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.server.console.page.Form;

/**
 * A notice as it was typed.
 *
 * @param shut       what happens while the window is shut: {@code template}, {@code hold} or {@code drop}
 * @param hours      how long it is held
 * @param template   the name of the template
 * @param language   the language of the template; empty for the usual one
 * @param parameters the parameters of the template, one a line
 */
public record NoticeForm(String text, String shut, String hours, String template, String language,
        String parameters) {

    /** An empty form. */
    public static final NoticeForm EMPTY = new NoticeForm("", "hold", "24", "", "", "");

    /** The fields of a form that was sent. */
    public static NoticeForm of(Form form) {
        return new NoticeForm(form.get("text").replace("\r\n", "\n"), form.get("shut"), form.get("hours"),
                form.get("template"), form.get("language"), form.get("parameters").replace("\r\n", "\n"));
    }

    /**
     * The notice.
     *
     * @throws IllegalArgumentException if it cannot be one; says what to write
     */
    public Notice notice() {
        Reply reply = Reply.text(text);
        return switch (shut) {
            case "template" -> reply.orTemplate(filled());
            case "drop" -> reply.orDrop();
            default -> reply.orHold(hold());
        };
    }

    private Template filled() {
        List<String> lines = parameters.isBlank() ? List.of() : parameters.lines().toList();
        Template filled = Template.of(template, lines.toArray());
        return language.isEmpty() ? filled : filled.in(language);
    }

    private Duration hold() {
        if (!hours.matches("[1-9]\\d{0,4}")) {
            throw new InvalidArgument("'", hours, "' is no number of hours; write one such as 24");
        }
        return Duration.ofHours(Long.parseLong(hours));
    }
}
