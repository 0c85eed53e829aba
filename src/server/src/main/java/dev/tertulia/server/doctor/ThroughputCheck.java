package dev.tertulia.server.doctor;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** The configured rate is not above the throughput that WhatsApp allows. */
record ThroughputCheck(GraphFacts facts) implements GraphCheck {

    private static final Map<String, Integer> PER_SECOND = Map.of("STANDARD", 80, "HIGH", 1_000);

    @Override
    public String name() {
        return "throughput";
    }

    @Override
    public List<Finding> findings() {
        String level = facts.described().at("/throughput/level").asText("");
        @Nullable
        Integer allowed = PER_SECOND.get(level);
        @Nullable
        Double configured = facts.account().messagesPerSecond();
        if (allowed == null) {
            return List
                    .of(Finding.warning(this, "WhatsApp reports no throughput that is known here, but '" + level + "'",
                            "set WHATSAPP_MESSAGES_PER_SECOND to the rate that Meta has agreed to"));
        }
        return List.of(configured == null || configured <= allowed
                ? Finding.ok(this, "WhatsApp allows " + allowed + " messages per second")
                : Finding.warning(this,
                        "WHATSAPP_MESSAGES_PER_SECOND is %s, and WhatsApp allows %d".formatted(configured, allowed),
                        "remove the setting, so that the reported throughput is used"));
    }
}
