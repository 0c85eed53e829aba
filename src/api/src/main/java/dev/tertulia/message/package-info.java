/** Events, members, operations and the other data of WhatsApp groups, as records. */
@NullMarked
package dev.tertulia.message;

import org.jspecify.annotations.NullMarked;
