/** The stores in memory: nothing to install, nothing survives. Tests and the demo run on them. */
@NullMarked
package dev.tertulia.store.memory;

import org.jspecify.annotations.NullMarked;
