package dev.tertulia.server.cli;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.context.ApplicationContext;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

import dev.tertulia.moderation.classifier.ClassifierEndpoint;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.cli.terminal.Printer;
import dev.tertulia.server.settings.ConfiguredContext;
import dev.tertulia.server.settings.SettingsReader;

/** The option whether classifiers are asked for scores. What is not asked is told on the error output. */
final class ClassifyOption {

    @Spec(Target.MIXEE)
    private CommandSpec spec;

    @Option(names = "--classify", description = "Asks the classifiers of the settings for scores, which may cost something for each text. Otherwise conditions on scores do not hold.")
    private boolean classify;

    /** The classifiers that rules may ask in a run. They are closed after it. */
    AskedClassifiers open(Map<String, Object> properties, Stream<RuleSet> rules) {
        Printer err = new Printer(spec.commandLine().getErr());
        Set<String> names = rules.flatMap(one -> one.classifiers().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        if (!classify || names.isEmpty()) {
            names.forEach(name -> err.println("the classifier '" + name
                    + "' is not asked, so conditions on its scores do not hold; add --classify to ask it"));
            return new AskedClassifiers(List.of(), Clock.systemUTC(), err);
        }
        List<ClassifierEndpoint> endpoints = endpoints(properties).stream()
                .filter(endpoint -> names.remove(endpoint.name())).toList();
        names.forEach(name -> err.println("the classifier '" + name
                + "' has no settings, so conditions on its scores do not hold; set tertulia.classifiers." + name
                + ".url"));
        return new AskedClassifiers(endpoints, Clock.systemUTC(), err);
    }

    private static List<ClassifierEndpoint> endpoints(Map<String, Object> properties) {
        try (ApplicationContext context = ConfiguredContext.of(properties)) {
            return SettingsReader.read(context.getEnvironment()).classifiers();
        }
    }
}
