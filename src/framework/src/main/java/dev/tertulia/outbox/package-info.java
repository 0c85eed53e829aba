/** The outbox: messages and operations, stored until their outcome is known, and the pump that sends them. */
@NullMarked
package dev.tertulia.outbox;

import org.jspecify.annotations.NullMarked;
