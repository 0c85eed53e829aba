package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;

/**
 * Setup that keeps the SDK open until the lines have stopped. By default it ends with the signal that starts the drain.
 */
@Singleton
final class SdkSetup implements OpenTelemetryBuilderCustomizer {

    @Override
    public void configure(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.disableShutdownHook();
    }
}
