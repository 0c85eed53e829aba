/** The stores in Redis 6.2 or newer. Every step that changes several things is one script. */
@NullMarked
package dev.tertulia.redis;

import org.jspecify.annotations.NullMarked;
