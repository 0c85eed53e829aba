/** The stores of a phone number: mailboxes, state, timers, broadcasts, dead letters, people, tags, counters, logs. */
@NullMarked
package dev.tertulia.store;

import org.jspecify.annotations.NullMarked;
