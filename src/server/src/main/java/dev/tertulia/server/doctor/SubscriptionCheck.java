package dev.tertulia.server.doctor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

/** The app is subscribed to the business account; without that, no webhook is sent. */
record SubscriptionCheck(GraphFacts facts) implements GraphCheck {

    @Override
    public String name() {
        return "subscription";
    }

    @Override
    public List<Finding> findings() {
        Optional<String> account = facts.businessAccount();
        return List.of(account.map(this::finding).orElseGet(() -> Finding.skipped(this,
                "the business account is not known", "set WHATSAPP_BUSINESS_ACCOUNT_ID")));
    }

    private Finding finding(String account) {
        List<JsonNode> apps = facts.subscribedApps(account);
        if (apps.stream().noneMatch(app -> app.path("id").asText().equals(facts.app()))) {
            return Finding.problem(this,
                    "the app %s is not subscribed to the account %s, so that it gets no webhook".formatted(facts.app(),
                            account),
                    "subscribe it: POST /" + account + "/subscribed_apps with the access token");
        }
        String others = apps.stream().filter(app -> !app.path("id").asText().equals(facts.app()))
                .map(app -> app.path("name").asText()).collect(Collectors.joining(", "));
        return Finding.ok(this, "the app is subscribed to the account " + account
                + (others.isEmpty() ? "" : "; so are: " + others));
    }
}
