package dev.tertulia.testkit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

/** The results of a test class: the failure of each test, if any, by name without parameters. */
record TestRun(Map<String, Optional<Throwable>> ended) {

    static TestRun of(Class<?> tests) {
        return of(tests, Map.of());
    }

    static TestRun sideBySide(Class<?> tests) {
        return of(tests, Map.of("junit.jupiter.execution.parallel.enabled", "true",
                "junit.jupiter.execution.parallel.mode.default", "concurrent",
                "junit.jupiter.execution.parallel.config.strategy", "fixed",
                "junit.jupiter.execution.parallel.config.fixed.parallelism", "4"));
    }

    private static TestRun of(Class<?> tests, Map<String, String> configuration) {
        Map<String, Optional<Throwable>> ended = new ConcurrentHashMap<>();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request().selectors(selectClass(tests))
                .configurationParameters(configuration).build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() || result.getThrowable().isPresent()) {
                    ended.put(test.getDisplayName().replaceAll("\\(.*", ""), result.getThrowable());
                }
            }
        });
        return new TestRun(new LinkedHashMap<>(ended));
    }

    List<String> good() {
        return ended.entrySet().stream().filter(test -> test.getValue().isEmpty()).map(Map.Entry::getKey).sorted()
                .toList();
    }

    Throwable failure(String name) {
        return Optional.ofNullable(ended.get(name)).flatMap(failure -> failure)
                .orElseThrow(() -> new AssertionError(name + " did not fail: " + ended));
    }
}
