package dev.tertulia.emulator;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The webhook fields that the app has chosen, and whether it is subscribed to the account. Guarded by the account's lock. */
final class AppSubscription {
    /** The id of the emulated app. */
    static final String APP = "670843887433847";

    private static final List<String> ALL = List.of("messages", "group_lifecycle_update", "group_participants_update",
            "group_settings_update", "group_status_update", "account_update", "message_template_status_update",
            "template_category_update", "message_template_quality_update", "phone_number_quality_update");

    private final Set<String> fields = new LinkedHashSet<>(ALL);
    private boolean subscribed = true;

    List<String> fields() {
        return List.copyOf(fields);
    }

    void fields(List<String> chosen) {
        fields.clear();
        fields.addAll(chosen);
    }

    boolean subscribed() {
        return subscribed;
    }

    void subscribed(boolean now) {
        subscribed = now;
    }

    void reset() {
        fields(ALL);
        subscribed = true;
    }
}
