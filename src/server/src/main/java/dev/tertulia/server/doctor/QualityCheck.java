package dev.tertulia.server.doctor;

import java.util.List;

/** The quality of the number is not low. */
record QualityCheck(GraphFacts facts) implements GraphCheck {

    private static final String SEND_LESS = "send fewer messages that people did not ask for, and let them leave easily";

    @Override
    public String name() {
        return "quality";
    }

    @Override
    public List<Finding> findings() {
        String quality = facts.described().path("quality_rating").asText("UNKNOWN");
        return List.of(switch (quality) {
            case "RED" -> Finding.problem(this, "the quality of the number is low; WhatsApp may lower its limits",
                    SEND_LESS);
            case "YELLOW" -> Finding.warning(this, "the quality of the number is medium", SEND_LESS);
            case "GREEN" -> Finding.ok(this, "the quality of the number is high");
            default -> Finding.ok(this, "the number has no quality rating yet");
        });
    }
}
