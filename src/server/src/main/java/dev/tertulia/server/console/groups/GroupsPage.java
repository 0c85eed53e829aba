package dev.tertulia.server.console.groups;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * A page of the list of groups.
 *
 * @param label    the label that all of them have; empty for all groups
 * @param matching how many groups match
 * @param missing  why WhatsApp's list is missing, empty while it is read; {@code null} if it is there
 */
public record GroupsPage(NumberChoice number, String label, List<Row> rows, ListControls list, int matching,
        @Nullable String missing, Instant now) {

    /** The most groups for which nothing has to be typed. */
    static final int WITHOUT_CONFIRMATION = 20;

    /** A group with its labels. */
    public record Row(GroupRow group, Set<String> labels) {

        /** Whether the window is open. */
        public boolean open(Instant now) {
            return group.openUntil() != null && group.openUntil().isAfter(now);
        }
    }

    /** Whether an action on all of them has to be confirmed by typing their number. */
    public boolean confirmed() {
        return matching > WITHOUT_CONFIRMATION;
    }
}
