package dev.tertulia.emulator;

import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of {@code POST /{group}}: subject, description and picture, as JSON or as a form. */
final class SettingsCalls {
    private static final String PICTURE = "profile_picture_file";
    private static final String PICTURE_TOLD = "profile_picture";
    private static final String SUBJECT_TOLD = "group_subject";
    private static final String DESCRIPTION_TOLD = "group_description";

    private final World world;
    private final GroupDesk desk;
    private final GroupEvents events;

    SettingsCalls(World world, GroupDesk desk, GroupEvents events) {
        this.world = world;
        this.desk = desk;
        this.events = events;
    }

    Response update(Visit visit) {
        return desk.change(visit, (group, late) -> update(group, visit, late));
    }

    private Response update(ChatGroup group, Visit visit, @Nullable GraphError late) {
        Map<String, Multipart.Part> form = Multipart.read(visit.request());
        Wording wording = Wording.read(form.isEmpty() ? visit.json() : Multipart.texts(form));
        @Nullable
        Picture picture = picture(form);
        if (wording.subject() == null && wording.description() == null && picture == null) {
            throw new Refusal(GraphError.missing("subject"));
        }
        ObjectNode parts = Json.object(PICTURE_TOLD, picture == null ? null : picture.told(), SUBJECT_TOLD,
                told(wording.subject()), DESCRIPTION_TOLD, told(wording.description()));
        Set<String> failed = failed(parts, late);
        apply(group, new Wording(failed.contains(SUBJECT_TOLD) ? null : wording.subject(),
                failed.contains(DESCRIPTION_TOLD) ? null : wording.description()),
                failed.contains(PICTURE_TOLD) ? null : picture);
        String request = world.ids().request();
        events.changed(group, request, new GroupEvents.Change(parts, failed));
        return GroupCalls.requested(request);
    }

    /** All of them, or just the first if the error is that the request succeeded partly. */
    private static Set<String> failed(ObjectNode parts, @Nullable GraphError late) {
        List<String> names = parts.propertyStream().map(Map.Entry::getKey).toList();
        return late == null ? Set.of() : late == GraphError.PARTLY ? Set.of(names.getFirst()) : Set.copyOf(names);
    }

    private static @Nullable Picture picture(Map<String, Multipart.Part> parts) {
        if (parts.values().stream().anyMatch(part -> part.isFile() && !part.name().equals(PICTURE))) {
            throw new Refusal(GraphError.invalid("The picture must be in a part named %s.".formatted(PICTURE)));
        }
        return parts.containsKey(PICTURE) ? Picture.read(parts.get(PICTURE).bytes()) : null;
    }

    private void apply(ChatGroup group, Wording wording, @Nullable Picture picture) {
        if (wording.subject() != null) {
            group.subject(wording.subject());
            world.notice(group, Bubble.BUSINESS, "The group is now called " + wording.subject());
        }
        if (wording.description() != null) {
            group.description(wording.description());
        }
        if (picture != null) {
            group.picture(picture.bytes());
            world.notice(group, Bubble.BUSINESS, "The group has a new picture");
        }
    }

    private static @Nullable ObjectNode told(@Nullable String text) {
        return text == null ? null : Json.object("text", text);
    }
}
