package dev.tertulia.devmode;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.ChatMessage;
import dev.tertulia.emulator.FakeChat;
import dev.tertulia.emulator.FakeWhatsApp;
import dev.tertulia.emulator.GroupView;
import dev.tertulia.emulator.MemberView;

/** The phones of the people in the emulator: finds groups and people by what they are called, and shows what they see. */
final class Phones {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("EEE HH:mm:ss").withZone(ZoneOffset.UTC);

    private final FakeWhatsApp whatsApp;

    Phones(FakeWhatsApp whatsApp) {
        this.whatsApp = whatsApp;
    }

    /**
     * Finds a group by its subject or id; the first one if none is named.
     *
     * @throws NoSuchElementException naming the groups if there is no such group
     */
    GroupView group(@Nullable String name) {
        List<GroupView> groups = whatsApp.groups();
        return groups.stream().filter(
                group -> name == null || group.subject().equalsIgnoreCase(name) || group.id().equals(name)).findFirst()
                .orElseThrow(() -> new NoSuchElementException("There is no group '%s'; there are: %s.".formatted(name,
                        groups.stream().map(GroupView::subject).collect(Collectors.joining(", ")))));
    }

    /**
     * Finds a member by name, phone or id; the first one if none is named.
     *
     * @throws NoSuchElementException naming the members if there is no such member
     */
    MemberView member(GroupView group, @Nullable String name) {
        return group.members().stream()
                .filter(member -> name == null || member.name().equalsIgnoreCase(name) || member.phone().equals(name)
                        || member.id().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchElementException("'%s' is not in the group '%s'; its members are: %s."
                        .formatted(name, group.subject(), names(group))));
    }

    /** The chat of a person with the bot, outside of groups; a person who is not known yet gets a phone. */
    FakeChat privateChat(String name) {
        MemberView person = whatsApp.groups().stream().flatMap(group -> group.members().stream())
                .filter(member -> member.name().equalsIgnoreCase(name) || member.id().equals(name)).findFirst()
                .orElseGet(() -> whatsApp.person(name, null));
        return whatsApp.privateChat(whatsApp.settings().phoneNumberId(), person.id());
    }

    /** All groups with their members, and whether the bot may write freely there. */
    String overview() {
        Instant now = whatsApp.clock().instant();
        return whatsApp.groups().stream().map(group -> "group \"%s\" (%s): %s; the window is %s".formatted(
                group.subject(), group.id(), names(group),
                group.windowUntil() != null && group.windowUntil().isAfter(now)
                        ? "open until " + TIME.format(group.windowUntil())
                        : "shut, so only templates are sent"))
                .collect(Collectors.joining("\n"));
    }

    private static String names(GroupView group) {
        return group.members().isEmpty()
                ? "nobody"
                : group.members().stream().map(MemberView::name).collect(Collectors.joining(", "));
    }

    /** Lines of a conversation, as its members see them. */
    String lines(List<ChatMessage> messages) {
        return messages.isEmpty()
                ? "(nothing)"
                : messages.stream().map(this::line).collect(Collectors.joining("\n"));
    }

    private String line(ChatMessage message) {
        String who = message.from().equals(ChatMessage.BUSINESS) ? "bot" : name(message.from());
        String kind = switch (message.kind()) {
            case "text", "system" -> "";
            case "template" -> " (template %s)".formatted(message.template());
            default -> " (%s)".formatted(message.kind());
        };
        String reactions = message.extra().reactions().isEmpty()
                ? ""
                : " reactions " + String.join("", message.extra().reactions().values());
        return "%s %s%s: %s%s%s%s".formatted(TIME.format(message.at()), who, kind, message.text(), choices(message),
                reactions, message.error() == null ? "" : " NOT DELIVERED: " + message.error());
    }

    private static String choices(ChatMessage message) {
        ChatMessage.Choices choices = message.extra().choices();
        return choices == null
                ? ""
                : choices.all().stream().map(choice -> " [" + choice.title() + "]").collect(Collectors.joining());
    }

    private String name(String id) {
        return whatsApp.groups().stream().flatMap(group -> group.members().stream())
                .filter(member -> member.id().equals(id)).map(MemberView::name).findFirst().orElse(id);
    }
}
