/** What happened: one entry a step, for logs, console and metrics. Never the words people wrote. */
@NullMarked
package dev.tertulia.journal;

import org.jspecify.annotations.NullMarked;
