package dev.tertulia.emulator;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.databind.node.ObjectNode;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.http.RoutedRequest;

/** The Graph API call that describes an access token. */
final class TokenCalls {
    private static final Duration SOON = Duration.ofDays(5);
    private static final Duration OF_A_PERSON = Duration.ofDays(60);
    private static final String MESSAGING = "whatsapp_business_messaging";
    private static final String MANAGEMENT = "whatsapp_business_management";
    private static final String ANOTHER_ACCOUNT = "209876543210987";

    private final EmulatorState state;

    TokenCalls(EmulatorState state) {
        this.state = state;
    }

    List<Route> routes() {
        return List.of(Route.graph("GET /debug_token", this::debug));
    }

    private Response debug(RoutedRequest routed) {
        String token = routed.request().query().getOrDefault("input_token", "");
        if (token.isEmpty()) {
            throw new Refusal(ApiError.parameter("The parameter input_token is required."));
        }
        return Response.ok(Json.object("data",
                token.equals(state.settings().accessToken()) ? described() : unknown()));
    }

    private static ObjectNode unknown() {
        return Json.object("error", Json.object("code", ApiError.TOKEN_INVALID.code(), "message",
                "Invalid OAuth access token."), "is_valid", false, "scopes", List.of());
    }

    private ObjectNode described() {
        Troubles troubles = state.faults().troubles();
        boolean person = troubles.has(Trouble.TOKEN_OF_A_PERSON);
        var scopes = new ArrayList<>(List.of("business_management"));
        if (!troubles.has(Trouble.TOKEN_WITHOUT_MANAGEMENT)) {
            scopes.add(MANAGEMENT);
        }
        if (!troubles.has(Trouble.TOKEN_WITHOUT_MESSAGING)) {
            scopes.add(MESSAGING);
        }
        String account = troubles.has(Trouble.TOKEN_OF_ANOTHER_ACCOUNT)
                ? ANOTHER_ACCOUNT
                : state.settings().businessAccountId();
        return Json.object("app_id", AppSubscription.APP, "type", person ? "USER" : "SYSTEM_USER", "application",
                "Emulated App", "data_access_expires_at", person ? end(OF_A_PERSON) : 0, "expires_at",
                expiry(troubles), "is_valid", true, "issued_at",
                state.now().minus(Duration.ofDays(1)).getEpochSecond(), "scopes", scopes, "granular_scopes",
                scopes.stream().filter(scope -> !scope.equals("business_management"))
                        .map(scope -> Json.object("scope", scope, "target_ids", List.of(account))).toList(),
                "user_id", "122100000000000001");
    }

    /** Returns when the token ends; 0 for never. */
    private long expiry(Troubles troubles) {
        if (troubles.has(Trouble.TOKEN_EXPIRES_SOON)) {
            return end(SOON);
        }
        return troubles.has(Trouble.TOKEN_OF_A_PERSON) ? end(OF_A_PERSON) : 0;
    }

    private long end(Duration in) {
        Instant end = state.now().plus(in);
        return end.getEpochSecond();
    }
}
