/** The test kit for authors of bots: groups, members, a clock, faults, and assertions on the bot's messages. */
@NullMarked
@Stable
package dev.tertulia.testkit;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
