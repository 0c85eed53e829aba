/** The operator's view of a phone number: broadcasts, dead letters, and the duties that keep them within bounds. */
@NullMarked
package dev.tertulia.operator;

import org.jspecify.annotations.NullMarked;
