/** The overview: what is on its way, what waits, what it costs, and what somebody has to look at. */
@NullMarked
package dev.tertulia.server.console.overview;

import org.jspecify.annotations.NullMarked;
