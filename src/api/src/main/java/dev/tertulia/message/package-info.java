/** Events, members, operations and the other data of WhatsApp groups, as records. */
@NullMarked
@Stable
package dev.tertulia.message;

import org.jspecify.annotations.NullMarked;

import dev.tertulia.stability.Stable;
