/** Metrics for operators; docs/metrics.md lists them all. */
@NullMarked
package dev.tertulia.server.metrics;

import org.jspecify.annotations.NullMarked;
