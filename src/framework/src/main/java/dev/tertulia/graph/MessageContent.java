package dev.tertulia.graph;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Attachment;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Menu;
import dev.tertulia.bot.Template;

/** The content of a message as sent: its type, and the rest under the name of the type (wire reference, part 3). */
final class MessageContent {

    private MessageContent() {}

    static Map<String, Object> of(Body body) {
        return switch (body) {
            case Body.Text text ->
                typed("text", parts("preview_url", text.preview() ? true : null, "body", text.words()));
            case Body.Image image -> typed("image", file(image.file(), "caption", image.caption()));
            case Body.Video video -> typed("video", file(video.file(), "caption", video.caption()));
            case Body.Audio audio -> typed("audio", file(audio.file(), "voice", audio.voice() ? true : null));
            case Body.Document document -> typed("document",
                    file(document.file(), "filename", document.filename(), "caption", document.caption()));
            case Body.Sticker sticker -> typed("sticker", file(sticker.file()));
            case Menu.Buttons buttons -> typed("interactive", parts("type", "button", "body",
                    Map.of("text", buttons.words()), "action", Map.of("buttons", buttons.buttons().stream()
                            .map(button -> typed("reply", parts("id", button.id(), "title", button.title())))
                            .toList())));
            case Menu.Choices list -> typed("interactive", parts("type", "list", "body", Map.of("text", list.words()),
                    "action", parts("button", list.open(), "sections",
                            list.sections().stream().map(MessageContent::section).toList())));
        };
    }

    private static Map<String, Object> section(Menu.Section section) {
        return parts("title", section.title(), "rows", section.rows().stream()
                .map(row -> parts("id", row.id(), "title", row.title(), "description", row.description())).toList());
    }

    /**
     * A template message.
     *
     * @param language of templates that name none
     * @param group    whose invite link stands for {@link Template#INVITE_LINK}
     */
    static Map<String, Object> of(Template template, String language, String group) {
        List<Object> components = new ArrayList<>();
        Optional.ofNullable(template.header())
                .ifPresent(header -> components.add(parts("type", "header", "parameters", List.of(header(header)))));
        if (!template.body().isEmpty()) {
            components.add(parts("type", "body", "parameters",
                    template.body().stream().map(parameter -> parameter(parameter, group)).toList()));
        }
        template.buttons().forEach(button -> components.add(button(button)));
        return typed("template", parts("name", template.name(), "language",
                Map.of("code", Objects.requireNonNullElse(template.language(), language)), "components",
                components.isEmpty() ? null : components));
    }

    private static Map<String, Object> header(Template.Header header) {
        return switch (header) {
            case Template.Header.Text text -> text(text.name(), text.text());
            case Template.Header.Image image -> typed("image", file(image.file()));
            case Template.Header.Video video -> typed("video", file(video.file()));
            case Template.Header.Document document -> typed("document",
                    file(document.file(), "filename", document.filename()));
        };
    }

    private static Map<String, Object> parameter(Template.Parameter parameter, String group) {
        return switch (parameter) {
            case Template.Parameter.Text text -> text(text.name(), text.text());
            case Template.Parameter.InviteLink link -> typed("group_id", group);
        };
    }

    private static Map<String, Object> button(Template.Button button) {
        return switch (button) {
            case Template.Button.Url url -> button("url", url.index(), text(null, url.ending()));
            case Template.Button.QuickReply quick ->
                button("quick_reply", quick.index(), typed("payload", quick.payload()));
        };
    }

    private static Map<String, Object> button(String type, int index, Map<String, Object> parameter) {
        return parts("type", "button", "sub_type", type, "index", Integer.toString(index), "parameters",
                List.of(parameter));
    }

    private static Map<String, Object> text(@Nullable String name, String text) {
        return parts("type", "text", "parameter_name", name, "text", text);
    }

    private static Map<String, Object> file(Attachment file, @Nullable Object... more) {
        Map<String, Object> parts = new LinkedHashMap<>();
        switch (file) {
            case Attachment.Uploaded uploaded -> parts.put("id", uploaded.id());
            case Attachment.Linked linked -> parts.put("link", linked.url().toString());
        }
        parts.putAll(parts(more));
        return parts;
    }

    private static Map<String, Object> typed(String type, Object content) {
        return parts("type", type, type, content);
    }

    /** Names and values in their order, without what is {@code null}. */
    private static Map<String, Object> parts(@Nullable Object... namesAndValues) {
        Map<String, Object> parts = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                parts.put((String) namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return parts;
    }
}
