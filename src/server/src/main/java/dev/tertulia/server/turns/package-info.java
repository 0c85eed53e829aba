/** The bots' handling of each event, recorded for the demo's page. */
@NullMarked
package dev.tertulia.server.turns;

import org.jspecify.annotations.NullMarked;
