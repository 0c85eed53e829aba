package dev.tertulia.server.console.groups;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.server.console.page.ListQuery;

/**
 * A group in the list.
 *
 * @param openUntil when its window shuts or has shut; {@code null} if nobody has written
 */
public record GroupRow(String id, @Nullable String subject, @Nullable Instant openUntil,
        @Nullable Instant lastActivity, List<Member> members, boolean suspended, boolean deleted) {

    /** What to call it. */
    public String name() {
        return subject == null || subject.isBlank() ? id : subject;
    }

    /** The names of its members. */
    public String people() {
        return members.stream().map(Member::name).collect(Collectors.joining(", "));
    }

    boolean matches(ListQuery query) {
        return query.matches(id, subject) || members.stream().anyMatch(member -> query.matches(member.profileName(),
                member.username(), member.phone(), member.userId()));
    }
}
