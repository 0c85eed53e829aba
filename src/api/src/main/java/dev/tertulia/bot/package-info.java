/** What a bot's author writes with: annotations, replies, and what a turn offers. Most bots import nothing else. */
@NullMarked
package dev.tertulia.bot;

import org.jspecify.annotations.NullMarked;
