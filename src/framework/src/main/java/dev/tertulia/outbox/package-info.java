/** What was answered, durable until its outcome is known. */
@NullMarked
package dev.tertulia.outbox;

import org.jspecify.annotations.NullMarked;
