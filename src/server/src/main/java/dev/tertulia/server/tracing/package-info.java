/** OpenTelemetry spans; docs/traces.md lists them. Exists only if traces are enabled. */
@Configuration
@Requires(property = "micronaut.otel.enabled", value = "true")
@NullMarked
package dev.tertulia.server.tracing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
