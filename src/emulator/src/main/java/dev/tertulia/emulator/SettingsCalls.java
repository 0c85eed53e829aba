package dev.tertulia.emulator;

import java.util.Map;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Meta's side of {@code POST /{group}}: subject, description and picture, as JSON or as a form. */
final class SettingsCalls {
    private static final String PICTURE = "profile_picture_file";

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
        Map<String, Multipart.Part> parts = Multipart.read(visit.request());
        Wording wording = Wording.read(parts.isEmpty() ? visit.json() : Multipart.texts(parts));
        @Nullable
        Picture picture = picture(parts);
        if (wording.subject() == null && wording.description() == null && picture == null) {
            throw new Refusal(GraphError.missing("subject"));
        }
        if (late == null) {
            apply(group, wording, picture);
        }
        String request = world.ids().request();
        events.changed(group, request, Json.object("profile_picture", picture == null ? null : picture.told(),
                "group_subject", told(wording.subject()), "group_description", told(wording.description())), late);
        return GroupCalls.requested(request);
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
