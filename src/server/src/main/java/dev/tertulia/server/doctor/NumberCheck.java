package dev.tertulia.server.doctor;

import java.util.List;

/** The number is registered and connected. */
record NumberCheck(GraphFacts facts) implements GraphCheck {

    static final String NAME = "number";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        String status = facts.described().path("status").asText("");
        if (status.isEmpty() || status.equals("CONNECTED")) {
            return List.of(Finding.ok(this, "the number is that of "
                    + facts.described().path("verified_name").asText("a business without a name")));
        }
        return List.of(Finding.problem(this, "the status of the number is " + status,
                "register it with Meta (POST /" + facts.number() + "/register), or look at it in WhatsApp Manager"));
    }
}
