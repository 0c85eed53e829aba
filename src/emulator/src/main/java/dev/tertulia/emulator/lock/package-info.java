/** The lock that guards all state of an emulator. */
@NullMarked
package dev.tertulia.emulator.lock;

import org.jspecify.annotations.NullMarked;
