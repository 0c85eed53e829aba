package dev.tertulia.webhook;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;
import dev.tertulia.message.MemberChanged;
import dev.tertulia.message.Origin;

/**
 * Reads changes of a person's phone number or user id. They arrive outside of groups and without contact cards. Missing
 * parts are taken from the text.
 */
final class IdentityReader {

    private static final Set<String> TYPES = Set.of("user_changed_number", "user_changed_user_id");
    /** Anchored at the end, because a name chosen by people comes before. */
    private static final Pattern BODY = Pattern.compile(".*\\bchanged from (\\S+) to (\\S+?)\\.?\\s*", Pattern.DOTALL);

    /** The change; {@code null} if the message is something else or incomplete. */
    @Nullable
    MemberChanged read(WebhookChange change, JsonNode message) {
        JsonNode system = message.path("system");
        if (!TYPES.contains(system.path("type").asText(""))) {
            return null;
        }
        Matcher body = BODY.matcher(system.path("body").asText(""));
        boolean told = body.matches();
        List<String> next = texts(JsonFields.text(system, "user_id"), JsonFields.text(system, "wa_id"),
                told ? body.group(2) : null);
        List<String> last = texts(JsonFields.text(system, "previous_user_id"), JsonFields.text(message, "from_user_id"),
                JsonFields.text(message, "from"), told ? body.group(1) : null);
        Member after = first(next, List.of());
        Member before = after == null ? null : first(last, after.identities().toList());
        return before == null
                ? null
                : new MemberChanged(change.origin(Origin.person(before.id()), JsonFields.time(message),
                        "message:" + JsonFields.need(message, "id")), before, after);
    }

    private static List<String> texts(@Nullable String... texts) {
        return Stream.of(texts).filter(Objects::nonNull).toList();
    }

    /** The first user id and phone number of several texts that differ from the new ones. */
    private static @Nullable Member first(List<String> texts, List<String> without) {
        String userId = first(texts, without, Member::userId);
        String phone = first(texts, without, Member::phone);
        return userId == null && phone == null ? null : new Member(userId, phone, null, null);
    }

    private static @Nullable String first(List<String> texts, List<String> without,
            Function<Member, @Nullable String> part) {
        return texts.stream().flatMap(text -> Member.find(text).map(part).stream())
                .filter(identity -> !without.contains(identity)).findFirst().orElse(null);
    }
}
