/** The lives of events: what was accepted, how its turn ended, and what became of each message. */
@NullMarked
package dev.tertulia.server.console.events;

import org.jspecify.annotations.NullMarked;
