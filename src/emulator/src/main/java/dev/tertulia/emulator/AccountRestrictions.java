package dev.tertulia.emulator;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;

/** Restrictions that Meta has imposed on the account. Guarded by the account's lock. */
final class AccountRestrictions {
    private static final String BY_BUSINESS = "RESTRICTED_BIZ_INITIATED_MESSAGING";
    private static final String BY_PEOPLE = "RESTRICTED_CUSTOMER_INITIATED_MESSAGING";
    private static final ApiError RESTRICTED = ApiError.of(403, 368, "Temporarily blocked for policies violations",
            "The WhatsApp Business Account associated with the app has been restricted or disabled for violating a"
                    + " platform policy.");

    private final Map<String, Instant> until = new HashMap<>();
    private boolean disabled;

    /** Adds restrictions with their ends. An empty list lifts all restrictions. */
    void restrict(JsonNode restrictions) {
        if (restrictions.isEmpty()) {
            until.clear();
        }
        for (JsonNode one : restrictions) {
            until.put(one.path("restriction_type").asText(),
                    one.has("expiration") ? Instant.ofEpochSecond(one.path("expiration").asLong()) : Instant.MAX);
        }
    }

    void ban(String state) {
        disabled = state.equals("DISABLE") || disabled && !state.equals("REINSTATE");
        if (state.equals("REINSTATE")) {
            until.clear();
        }
    }

    /** Throws a {@link Refusal} if the message must not be sent now. */
    void check(boolean template, Instant now) {
        Instant end = until.getOrDefault(template ? BY_BUSINESS : BY_PEOPLE, Instant.MIN);
        if (disabled || now.isBefore(end)) {
            throw new Refusal(RESTRICTED);
        }
    }

    void clear() {
        until.clear();
        disabled = false;
    }
}
