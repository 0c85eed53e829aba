package dev.tertulia.emulator;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Snapshot of a group.
 *
 * @param windowUntil the end of the customer service window, null if no member has written yet
 */
public record GroupView(String id, String subject, String inviteLink, List<MemberView> members,
        @Nullable Instant windowUntil) {

    public GroupView {
        members = List.copyOf(members);
    }
}
