package dev.tertulia.server.doctor;

import java.util.List;

import dev.tertulia.business.RefusedByWhatsApp;

/** The number may have groups: it is an Official Business Account, and its groups can be listed. */
record GroupsCheck(GraphFacts facts) implements GraphCheck {

    private static final int NOT_ELIGIBLE = 131215;
    private static final String APPLY = "apply for an Official Business Account in WhatsApp Manager; until then try bots"
            + " in the demo";

    @Override
    public String name() {
        return "groups";
    }

    /** A number that is not eligible is answered with an empty list, and only creating a group is refused. */
    @Override
    public List<Finding> findings() {
        if (!facts.described().path("is_official_business_account").asBoolean()) {
            return List
                    .of(Finding.problem(this, "the number is no Official Business Account, so that creating a group is"
                            + " refused with " + NOT_ELIGIBLE, APPLY));
        }
        try {
            facts.askForGroups();
            return List.of(Finding.ok(this, "the number is an Official Business Account and may have groups"));
        } catch (RefusedByWhatsApp refused) {
            if (refused.code() != NOT_ELIGIBLE) {
                throw refused;
            }
            return List.of(Finding.problem(this, String.valueOf(refused.getMessage()), APPLY));
        }
    }
}
