package dev.tertulia.operation;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.GroupSettingsChanged;

/** The settings of a group under the names that WhatsApp reports. */
public final class SettingNames {

    private static final String SUBJECT = "group_subject";
    private static final String DESCRIPTION = "group_description";
    private static final String PICTURE = "profile_picture";

    private SettingNames() {}

    /** The names of the settings that are given. */
    public static List<String> of(@Nullable Object subject, @Nullable Object description, @Nullable Object picture) {
        return Stream.of(subject == null ? "" : SUBJECT, description == null ? "" : DESCRIPTION,
                picture == null ? "" : PICTURE).filter(name -> !name.isEmpty()).toList();
    }

    static List<String> in(GroupSettingsChanged changed) {
        return of(changed.subject(), changed.description(), changed.picture());
    }
}
