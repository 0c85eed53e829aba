/** The stores in memory, for tests and the demo. Their content does not survive a restart. */
@NullMarked
package dev.tertulia.store.memory;

import org.jspecify.annotations.NullMarked;
