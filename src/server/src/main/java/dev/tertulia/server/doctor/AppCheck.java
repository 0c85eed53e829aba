package dev.tertulia.server.doctor;

import java.util.List;

/** The app is live: WhatsApp lets it send. */
record AppCheck(GraphFacts facts) implements GraphCheck {

    @Override
    public String name() {
        return "app";
    }

    @Override
    public List<Finding> findings() {
        List<Finding> wrong = Entities.findings(this, facts.entities("APP", false),
                "publish the app (live mode) in Meta's App Dashboard");
        return wrong.isEmpty() ? List.of(Finding.ok(this, "the app " + facts.app() + " can send")) : wrong;
    }
}
