package dev.tertulia.server.doctor;

import java.util.List;

/** The number, its account and its business can send. A missing payment method shows here. */
record HealthCheck(GraphFacts facts) implements GraphCheck {

    @Override
    public String name() {
        return "health";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> wrong = Entities.findings(this, facts.entities("APP", true),
                "look at the account in WhatsApp Manager");
        return wrong.isEmpty()
                ? List.of(Finding.ok(this, "the number, its account and its business can send"))
                : wrong;
    }
}
