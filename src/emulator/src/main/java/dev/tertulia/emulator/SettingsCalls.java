package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Multipart;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.RoutedRequest;

/** Graph API call {@code POST /{group}}: subject, description and picture, as JSON or as a form. */
final class SettingsCalls {
    private static final String PICTURE = "profile_picture_file";
    private static final String PICTURE_TOLD = "profile_picture";
    private static final String SUBJECT_TOLD = "group_subject";
    private static final String DESCRIPTION_TOLD = "group_description";

    private final EmulatorState state;
    private final GroupLookup lookup;
    private final GroupEvents events;

    SettingsCalls(EmulatorState state, GroupLookup lookup, GroupEvents events) {
        this.state = state;
        this.lookup = lookup;
        this.events = events;
    }

    Response update(RoutedRequest routed) {
        return lookup.change(routed, (group, late) -> update(group, routed, late));
    }

    private Response update(ChatGroup group, RoutedRequest routed, @Nullable ApiError late) {
        Map<String, Multipart.Part> form = Multipart.read(routed.request());
        SubjectAndDescription texts = SubjectAndDescription
                .read(form.isEmpty() ? routed.json() : Multipart.texts(form));
        @Nullable
        GroupPicture picture = picture(form);
        if (texts.subject() == null && texts.description() == null && picture == null) {
            throw new Refusal(ApiError.missing("subject"));
        }
        ObjectNode parts = Json.object(PICTURE_TOLD, picture == null ? null : picture.told(), SUBJECT_TOLD,
                told(texts.subject()), DESCRIPTION_TOLD, told(texts.description()));
        Set<String> failed = failed(parts, late);
        apply(group, new SubjectAndDescription(failed.contains(SUBJECT_TOLD) ? null : texts.subject(),
                failed.contains(DESCRIPTION_TOLD) ? null : texts.description()),
                failed.contains(PICTURE_TOLD) ? null : picture);
        String request = state.ids().request();
        events.changed(group, request, new GroupEvents.Change(parts, failed));
        return GroupCalls.requested(request);
    }

    /** Returns all names, or only the first if the request partially succeeds. */
    private static Set<String> failed(ObjectNode parts, @Nullable ApiError late) {
        List<String> names = parts.propertyStream().map(Map.Entry::getKey).toList();
        return late == null ? Set.of() : late == ApiError.PARTLY ? Set.of(names.getFirst()) : Set.copyOf(names);
    }

    private static @Nullable GroupPicture picture(Map<String, Multipart.Part> parts) {
        if (parts.values().stream().anyMatch(part -> part.isFile() && !part.name().equals(PICTURE))) {
            throw new Refusal(ApiError.invalid("The picture must be in a part named %s.".formatted(PICTURE)));
        }
        return parts.containsKey(PICTURE) ? GroupPicture.read(parts.get(PICTURE).bytes()) : null;
    }

    private void apply(ChatGroup group, SubjectAndDescription texts, @Nullable GroupPicture picture) {
        if (texts.subject() != null) {
            group.subject(texts.subject());
            state.notice(group, ChatMessage.BUSINESS, "The group is now called " + texts.subject());
        }
        if (texts.description() != null) {
            group.description(texts.description());
        }
        if (picture != null) {
            group.picture(picture.bytes());
            state.notice(group, ChatMessage.BUSINESS, "The group has a new picture");
        }
    }

    private static @Nullable ObjectNode told(@Nullable String text) {
        return text == null ? null : Json.object("text", text);
    }
}
