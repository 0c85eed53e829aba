/** What bots did with each event, kept for the demo's page. */
@NullMarked
package dev.tertulia.server.turns;

import org.jspecify.annotations.NullMarked;
