package dev.tertulia.server.console.groups;

import java.time.InstantSource;
import java.util.List;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.business.Business;
import dev.tertulia.business.JoinRequest;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.operator.EventLives;
import dev.tertulia.server.console.events.EventRow;
import dev.tertulia.server.console.notice.NoticeForm;
import dev.tertulia.server.console.notice.NoticePreview;
import dev.tertulia.server.lines.Lines;
import dev.tertulia.server.settings.Settings;

/** Everything that the page of a group shows, from the store and, for join requests, from WhatsApp. */
@Singleton
@Requires(beans = Settings.class)
final class GroupView {

    private static final int MOST_REQUESTS = 200;
    private static final int MOST_EVENTS = 20;

    private final Groups groups;
    private final Business business;
    private final GroupMessages messages;
    private final GroupDetailsReader details;
    private final Lines lines;
    private final InstantSource clock;

    GroupView(Groups groups, Business business, GroupMessages messages, GroupDetailsReader details, Lines lines,
            InstantSource clock) {
        this.groups = groups;
        this.business = business;
        this.messages = messages;
        this.details = details;
        this.lines = lines;
        this.clock = clock;
    }

    private record Requests(List<JoinRequest> open, @Nullable String missing) {}

    GroupPage page(String number, String id, NoticeForm form, @Nullable NoticePreview preview) {
        Group group = groups.of(number).group(id);
        GroupFacts facts = group.facts();
        Requests requests = requests(number, id, facts);
        return new GroupPage(number, id, facts, group.labels(), requests.open(), requests.missing(),
                timeline(number, id), details.read(number, id), form, preview, clock.instant());
    }

    private Timeline timeline(String number, String id) {
        return new Timeline(messages.latest(number, id), EventRow.of(lines.of(number).operator().events()
                .search(new EventLives.Search(id, "", MOST_EVENTS, EventLives.SHORT_LOOK), null).lives()));
    }

    private Requests requests(String number, String id, GroupFacts facts) {
        if (!Boolean.TRUE.equals(facts.profile().approvalRequired()) || facts.times().deleted() != null) {
            return new Requests(List.of(), null);
        }
        try {
            return new Requests(business.of(number).groups().joinRequests(id).limit(MOST_REQUESTS).toList(), null);
        } catch (RefusedByWhatsApp | WhatsAppUnavailable e) {
            return new Requests(List.of(), String.valueOf(e.getMessage()));
        }
    }
}
