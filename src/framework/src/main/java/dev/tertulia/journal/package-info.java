/** The journal: one entry for each step, for logs, metrics and traces. It never contains the words people wrote. */
@NullMarked
package dev.tertulia.journal;

import org.jspecify.annotations.NullMarked;
