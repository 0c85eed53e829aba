package dev.tertulia.server.doctor;

import java.util.List;

import dev.tertulia.business.RefusedByWhatsApp;

/** The app secret is that of the app to which the token belongs. */
record AppSecretCheck(GraphFacts facts) implements GraphCheck {

    static final String NAME = "app-secret";

    private static final int NOT_VALID = 190;
    private static final int UNKNOWN = 1;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Finding> findings() {
        try {
            facts.subscription();
            return List.of(Finding.ok(this, "WhatsApp accepts the app secret"));
        } catch (RefusedByWhatsApp refused) {
            if (refused.code() != NOT_VALID && refused.code() != UNKNOWN) {
                throw refused;
            }
            return List.of(Finding.problem(this,
                    "WHATSAPP_APP_SECRET is not the secret of the app " + facts.app()
                            + ", so that every delivery would be refused with 401",
                    "copy the app secret from the basic settings of this app"));
        }
    }
}
