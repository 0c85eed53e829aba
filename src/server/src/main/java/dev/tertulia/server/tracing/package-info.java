/** What happens, as spans of OpenTelemetry; docs/traces.md lists them. Nothing of it exists until traces are asked for. */
@Configuration
@Requires(property = "micronaut.otel.enabled", value = "true")
@NullMarked
package dev.tertulia.server.tracing;

import io.micronaut.context.annotation.Configuration;
import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.NullMarked;
