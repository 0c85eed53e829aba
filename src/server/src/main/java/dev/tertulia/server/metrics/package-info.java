/** Figures for who runs the process; docs/metrics.md lists them all. */
@NullMarked
package dev.tertulia.server.metrics;

import org.jspecify.annotations.NullMarked;
