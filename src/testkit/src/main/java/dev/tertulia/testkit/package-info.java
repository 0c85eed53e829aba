/** What a bot's author tests with: a group, members that speak, a clock, faults, and what the group heard. */
@NullMarked
package dev.tertulia.testkit;

import org.jspecify.annotations.NullMarked;
