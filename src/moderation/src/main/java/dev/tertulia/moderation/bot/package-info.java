/** The bot that judges events, acts on cases, and asks staff. */
@NullMarked
package dev.tertulia.moderation.bot;

import org.jspecify.annotations.NullMarked;
