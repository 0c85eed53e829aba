/** Health indicators. */
@NullMarked
package dev.tertulia.server.health;

import org.jspecify.annotations.NullMarked;
