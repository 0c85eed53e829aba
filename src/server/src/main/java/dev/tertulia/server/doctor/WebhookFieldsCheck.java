package dev.tertulia.server.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;

import dev.tertulia.business.Subscription;

/** The app's webhook is active and subscribed to every field that Tertulia uses. */
record WebhookFieldsCheck(GraphFacts facts) implements GraphCheck {

    /** The fields that report the state of the account. */
    static final List<String> OF_ACCOUNT = List.of("account_update", "message_template_status_update",
            "template_category_update", "message_template_quality_update", "phone_number_quality_update");

    private static final String SUBSCRIBE = "subscribe to it on the webhook page of the app, object WhatsApp Business"
            + " Account";

    @Override
    public String name() {
        return "webhook-fields";
    }

    @Override
    public String after() {
        return AppSecretCheck.NAME;
    }

    @Override
    public List<Finding> findings() {
        JsonNode webhook = facts.subscription();
        if (webhook.isMissingNode()) {
            return List.of(Finding.problem(this, "the app has no webhook for WhatsApp Business Accounts",
                    "set its address to https://your-host/webhook on the webhook page of the app"));
        }
        List<Finding> wrong = new ArrayList<>();
        if (!webhook.path("active").asBoolean()) {
            wrong.add(Finding.problem(this, "the app's webhook is not active: WhatsApp has stopped its deliveries",
                    "verify its address again on the webhook page of the app"));
        }
        Set<String> fields = GraphFacts.stream(webhook.path("fields")).map(field -> field.path("name").asText())
                .collect(Collectors.toSet());
        Subscription.FIELDS.stream().filter(field -> !fields.contains(field)).forEach(field -> wrong.add(
                Finding.problem(this, "the app is not subscribed to " + field + ", which bots need", SUBSCRIBE)));
        OF_ACCOUNT.stream().filter(field -> !fields.contains(field)).forEach(field -> wrong.add(
                Finding.warning(this, "the app is not subscribed to " + field + ", which reports restrictions",
                        SUBSCRIBE)));
        return wrong.isEmpty() ? List.of(Finding.ok(this, "the app is subscribed to all fields")) : wrong;
    }
}
