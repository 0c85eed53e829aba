/** Durable, once, in order: the mailbox of each group. */
@NullMarked
package dev.tertulia.inbox;

import org.jspecify.annotations.NullMarked;
