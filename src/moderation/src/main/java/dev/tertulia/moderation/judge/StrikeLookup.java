package dev.tertulia.moderation.judge;

import dev.tertulia.moderation.rules.Policy;

/** The current strikes of a person. They are looked up only if a rule needs them. */
@FunctionalInterface
public interface StrikeLookup {

    /** No strikes. */
    StrikeLookup NONE = policy -> 0;

    /** The number of strikes in a policy. */
    int in(Policy policy);
}
