package dev.tertulia.server.console.groups;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.business.JoinRequest;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.server.console.notice.NoticeForm;
import dev.tertulia.server.console.notice.NoticePreview;

/**
 * A group.
 *
 * @param number   the phone number id that it belongs to
 * @param requests open join requests
 * @param missing  why join requests cannot be shown; {@code null} if they are
 * @param timeline what happened lately
 * @param details  what bots and rules have to do with it
 * @param form     the notice as it was typed
 * @param preview  what would become of it; {@code null} before it was asked
 */
public record GroupPage(String number, String id, GroupFacts facts, Set<String> labels, List<JoinRequest> requests,
        @Nullable String missing, Timeline timeline, GroupDetails details, NoticeForm form,
        @Nullable NoticePreview preview, Instant now) {

    /** What to call it. */
    public String name() {
        String subject = facts.profile().subject();
        return subject == null || subject.isBlank() ? id : subject;
    }

    /** How long the window stays open; {@code null} if it is shut. */
    public @Nullable Duration openFor() {
        Instant until = facts.times().windowUntil();
        return until == null || !until.isAfter(now) ? null : Duration.between(now, until);
    }
}
