package dev.tertulia.server.doctor;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;

/** The access token is that of a system user, has both permissions for this account, and does not end soon. */
record TokenCheck(GraphFacts facts, InstantSource clock) implements GraphCheck {

    static final String NAME = "token";

    private static final Duration SOON = Duration.ofDays(14);
    private static final List<String> PERMISSIONS = List.of("whatsapp_business_messaging",
            "whatsapp_business_management");
    private static final String RENEW = "generate a token of a system user in Meta's Business Settings, and put it into"
            + " WHATSAPP_ACCESS_TOKEN";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String after() {
        return "";
    }

    @Override
    public List<Finding> findings() {
        JsonNode token = facts.token();
        if (!token.path("is_valid").asBoolean()) {
            return List.of(Finding.problem(this,
                    "the token is not valid: " + token.at("/error/message").asText("WhatsApp gives no reason"), RENEW));
        }
        List<Finding> wrong = new ArrayList<>();
        kind(token).ifPresent(wrong::add);
        Stream.of("expires_at", "data_access_expires_at").flatMap(end -> end(token.path(end).asLong()).stream())
                .findFirst().ifPresent(wrong::add);
        PERMISSIONS.stream().flatMap(permission -> permission(token, permission).stream()).forEach(wrong::add);
        return wrong.isEmpty() ? List.of(Finding.ok(this, "a system user's token with both permissions")) : wrong;
    }

    private Optional<Finding> kind(JsonNode token) {
        String type = token.path("type").asText();
        return type.equals("SYSTEM_USER")
                ? Optional.empty()
                : Optional.of(Finding.warning(this,
                        "the token is of the type " + type + ", and ends with the person's session or password",
                        RENEW));
    }

    /** A time of 0 is no end. */
    private Optional<Finding> end(long seconds) {
        Instant end = Instant.ofEpochSecond(seconds);
        if (seconds == 0 || end.isAfter(clock.instant().plus(SOON))) {
            return Optional.empty();
        }
        return Optional.of(end.isAfter(clock.instant())
                ? Finding.warning(this, "the token ends at " + end, RENEW)
                : Finding.problem(this, "the token ended at " + end, RENEW));
    }

    private Optional<Finding> permission(JsonNode token, String permission) {
        if (GraphFacts.stream(token.path("scopes")).noneMatch(scope -> scope.asText().equals(permission))) {
            return Optional.of(Finding.problem(this, "the token lacks the permission " + permission,
                    RENEW + "; choose this permission there"));
        }
        List<String> targets = facts.targets(permission);
        return Optional.ofNullable(facts.account().businessAccountId())
                .filter(account -> !targets.isEmpty() && !targets.contains(account))
                .map(account -> Finding.problem(this,
                        "the permission %s is for the accounts %s, not for %s".formatted(permission,
                                String.join(", ", targets), account),
                        "assign the account to the system user, or correct WHATSAPP_BUSINESS_ACCOUNT_ID"));
    }
}
