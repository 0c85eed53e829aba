/** Storage of the lines, in memory or in Redis. */
@NullMarked
package dev.tertulia.server.storage;

import org.jspecify.annotations.NullMarked;
