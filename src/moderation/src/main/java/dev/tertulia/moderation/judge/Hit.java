package dev.tertulia.moderation.judge;

import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.rules.Rule;

/** A rule that hit. */
public record Hit(Policy policy, Rule rule, Evidence evidence) {}
