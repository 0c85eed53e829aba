/** Log output without secrets, phone numbers and control characters. */
@NullMarked
package dev.tertulia.server.logging;

import org.jspecify.annotations.NullMarked;
