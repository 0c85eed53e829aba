/** Durable, once, in order: the mailbox of each group. */
@NullMarked
package dev.tertulia.store;

import org.jspecify.annotations.NullMarked;
