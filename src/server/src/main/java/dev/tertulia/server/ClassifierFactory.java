package dev.tertulia.server;

import java.time.Clock;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Bean;
import io.micronaut.context.annotation.Factory;
import io.micronaut.context.annotation.Requires;

import dev.tertulia.moderation.classifier.HttpClassifier;
import dev.tertulia.server.settings.Settings;

/** Factory of the classifiers that moderation asks. */
@Factory
@Requires(beans = Settings.class)
final class ClassifierFactory {

    @Singleton
    @Bean(preDestroy = "close")
    HttpClassifier classifier(Settings settings) {
        return new HttpClassifier(settings.classifiers(), Clock.systemUTC());
    }
}
