package dev.tertulia.server.tracing;

import jakarta.inject.Singleton;

import io.micronaut.tracing.opentelemetry.OpenTelemetryBuilderCustomizer;
import io.opentelemetry.sdk.autoconfigure.AutoConfiguredOpenTelemetrySdkBuilder;

/** Lets spans be made until the lines have stopped: the SDK itself would end with the signal that begins the drain. */
@Singleton
final class SdkSetup implements OpenTelemetryBuilderCustomizer {

    @Override
    public void configure(AutoConfiguredOpenTelemetrySdkBuilder builder) {
        builder.disableShutdownHook();
    }
}
