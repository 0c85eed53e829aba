package dev.tertulia.webhook;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

import dev.tertulia.message.AccountUpdated;
import dev.tertulia.message.AccountUpdated.Kind;
import dev.tertulia.message.AccountUpdated.Restriction;
import dev.tertulia.message.Event;
import dev.tertulia.message.Ids;
import dev.tertulia.message.NumberUpdated;
import dev.tertulia.message.Origin;
import dev.tertulia.message.TemplateUpdated;
import dev.tertulia.message.TemplateUpdated.Aspect;

/** Reads the fields that are about the account: its standing, its templates, its numbers. They name no phone number id. */
final class AccountReader {

    private static final Map<String, BiFunction<Origin, JsonNode, @Nullable Event>> BY_FIELD = Map.of("account_update",
            AccountReader::account, "message_template_status_update",
            (origin, value) -> template(origin, value, Aspect.STATUS, null, JsonFields.text(value, "event")),
            "template_category_update",
            (origin, value) -> template(origin, value, Aspect.CATEGORY, JsonFields.text(value, "previous_category"),
                    category(value)),
            "message_template_quality_update",
            (origin, value) -> template(origin, value, Aspect.QUALITY, JsonFields.text(value, "previous_quality_score"),
                    JsonFields.text(value, "new_quality_score")),
            "phone_number_quality_update", AccountReader::number);
    private static final Map<String, Kind> KINDS = Map.of("ACCOUNT_RESTRICTION", Kind.RESTRICTED, "ACCOUNT_VIOLATION",
            Kind.VIOLATION, "ACCOUNT_DELETED", Kind.DELETED, "PARTNER_REMOVED", Kind.PARTNER_REMOVED);
    private static final Map<String, Kind> BANS = Map.of("SCHEDULE_FOR_DISABLE", Kind.DISABLING_SCHEDULED, "DISABLE",
            Kind.DISABLED, "REINSTATE", Kind.REINSTATED);

    private AccountReader() {}

    /** The account event of a field; {@code null} if the field is unknown. */
    static @Nullable Event read(String field, Origin origin, JsonNode value) {
        BiFunction<Origin, JsonNode, @Nullable Event> reader = BY_FIELD.get(field);
        return reader == null ? null : reader.apply(origin, value);
    }

    private static @Nullable Event account(Origin origin, JsonNode value) {
        String event = String.valueOf(JsonFields.text(value, "event"));
        if (event.equals("DISABLED_UPDATE")) {
            JsonNode ban = value.path("ban_info");
            Kind kind = BANS.get(String.valueOf(JsonFields.text(ban, "waba_ban_state")));
            return kind == null
                    ? null
                    : new AccountUpdated(origin, kind, List.of(), JsonFields.text(ban, "waba_ban_date"));
        }
        Kind kind = KINDS.get(event);
        return kind == null
                ? null
                : new AccountUpdated(origin, kind, restrictions(value),
                        JsonFields.text(value.path("violation_info"), "violation_type"));
    }

    private static List<Restriction> restrictions(JsonNode value) {
        List<Restriction> restrictions = new ArrayList<>();
        for (JsonNode info : value.path("restriction_info")) {
            String type = JsonFields.text(info, "restriction_type");
            if (type != null) {
                restrictions.add(new Restriction(type, expiration(info)));
            }
        }
        return restrictions;
    }

    /** An unreadable end counts as no end: sending too late is better than sending what is forbidden. */
    private static @Nullable Instant expiration(JsonNode info) {
        String seconds = JsonFields.text(info, "expiration");
        return seconds != null && seconds.matches("\\d{1,11}") ? Instant.ofEpochSecond(Long.parseLong(seconds)) : null;
    }

    /** The present value, or else the announced one. */
    private static @Nullable String category(JsonNode value) {
        String coming = JsonFields.text(value, "correct_category");
        return coming != null ? coming : JsonFields.text(value, "new_category");
    }

    private static @Nullable Event template(Origin origin, JsonNode value, Aspect aspect, @Nullable String before,
            @Nullable String now) {
        String name = JsonFields.text(value, "message_template_name");
        String language = JsonFields.text(value, "message_template_language");
        return name == null || now == null
                ? null
                : new TemplateUpdated(origin, name, language == null ? "" : language, aspect, before, now,
                        reason(value));
    }

    private static @Nullable String reason(JsonNode value) {
        String reason = JsonFields.text(value, "reason");
        return "NONE".equals(reason) ? null : reason;
    }

    private static @Nullable Event number(Origin origin, JsonNode value) {
        String change = JsonFields.text(value, "event");
        String display = JsonFields.text(value, "display_phone_number");
        String limit = JsonFields.text(value, "current_limit");
        Origin meant = new Origin(origin.number(), display == null ? origin.displayNumber() : Ids.digits(display),
                origin.group(), origin.at(), origin.key());
        return change == null
                ? null
                : new NumberUpdated(meant, change,
                        limit != null ? limit : JsonFields.text(value, "max_daily_conversations_per_business"));
    }
}
