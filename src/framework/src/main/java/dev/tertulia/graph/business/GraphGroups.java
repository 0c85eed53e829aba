package dev.tertulia.graph.business;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Picture;
import dev.tertulia.business.GroupDirectory;
import dev.tertulia.business.GroupField;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.JoinRequest;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphPath;
import dev.tertulia.graph.GraphRequest;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Member;

/** Queries about groups (wire reference, part 2). */
record GraphGroups(GraphHttp http, String number) implements GroupDirectory {

    private static final int LARGEST_PAGE = 1024;

    @Override
    public GroupInfo info(String group, GroupField... fields) {
        GroupField[] wanted = fields.length == 0 ? GroupField.values() : fields;
        String names = Arrays.stream(wanted).map(field -> field.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(","));
        return ResponseMapper.readNamed(http.need(GraphRequest.get(GraphPath.of(group).with("fields", names))),
                GroupInfo.class);
    }

    @Override
    public Stream<GroupSummary> list(int pageSize) {
        if (pageSize < 1 || pageSize > LARGEST_PAGE) {
            throw new InvalidArgument(
                    "a page of " + pageSize + " groups: WhatsApp gives 1 to " + LARGEST_PAGE);
        }
        String limit = Integer.toString(pageSize);
        return Pages.of(
                after -> http.need(
                        GraphRequest.get(GraphPath.of(number, "groups").with("limit", limit).with("after", after))),
                data -> ResponseMapper.readAllNamed(data, GroupSummary.class), GroupSummary::id);
    }

    @Override
    public String inviteLink(String group) {
        JsonNode answer = http.need(GraphRequest.get(GraphPath.of(group, "invite_link")));
        if (!answer.has("invite_link") && !answer.has("messaging_product")) {
            throw new WhatsAppUnavailable("WhatsApp's answer cannot be read: it has no 'invite_link'", null);
        }
        return Objects.requireNonNullElse(ResponseMapper.text(answer, "invite_link"), "").strip();
    }

    @Override
    public Stream<JoinRequest> joinRequests(String group) {
        GraphPath path = GraphPath.of(group, "join_requests");
        return Pages.of(after -> http.need(GraphRequest.get(path.with("after", after))), GraphGroups::joinRequests,
                JoinRequest::id);
    }

    private static List<JoinRequest> joinRequests(JsonNode data) {
        return StreamSupport.stream(data.spliterator(), false).map(GraphGroups::joinRequest)
                .filter(Objects::nonNull).toList();
    }

    /** Reads an entry; absent if it names nobody or cannot be read, so that the rest of the page is usable. */
    private static @Nullable JoinRequest joinRequest(JsonNode one) {
        Member member = ResponseMapper.person(one);
        String id = ResponseMapper.text(one, "join_request_id");
        return member == null || id == null
                ? null
                : new JoinRequest(id, member, ResponseMapper.time(one, "creation_timestamp"));
    }

    @Override
    public @Nullable String changePicture(String group, Picture picture) {
        return ResponseMapper.text(http.needDone(GraphRequest.picture(group, picture)), "request_id");
    }
}
