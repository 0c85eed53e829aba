package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The process in which the tests of a change run: its arguments are the file of the result, and the test classes. */
final class TestProcess {

    private static final int LINES = 12;

    private TestProcess() {}

    public static void main(String[] arguments) throws IOException {
        ProcessHandle.current().parent()
                .ifPresent(parent -> parent.onExit().thenRun(() -> Runtime.getRuntime().halt(1)));
        List<String> classes = List.of(arguments).subList(1, arguments.length);
        Path result = Path.of(arguments[0]);
        Path begun = result.resolveSibling(result.getFileName() + ".part");
        new ObjectMapper().writeValue(begun.toFile(), run(classes));
        Files.move(begun, result);
        System.exit(0); // threads that tests have left behind
    }

    private static TestRun run(List<String> classes) {
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(classes.stream().map(DiscoverySelectors::selectClass).toList())
                .configurationParameter("junit.jupiter.displayname.generator.default", TestNames.class.getName())
                .build();
        Launcher launcher = LauncherFactory.create();
        TestPlan plan = launcher.discover(request);
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        launcher.execute(plan, listener);
        TestExecutionSummary summary = listener.getSummary();
        return TestRun.done(summary.getTestsSucceededCount(), summary.getTestsSkippedCount(), names(plan),
                summary.getFailures().stream().map(failure -> failure(failure, plan)).toList());
    }

    /** The simple names of the classes with tests. */
    private static Set<String> names(TestPlan plan) {
        return plan.getRoots().stream().flatMap(engine -> plan.getChildren(engine).stream())
                .map(TestIdentifier::getDisplayName).sorted().collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static TestRun.Failure failure(TestExecutionSummary.Failure failure, TestPlan plan) {
        List<TestIdentifier> path = path(failure.getTestIdentifier(), plan);
        String testClass = className(failure.getTestIdentifier()).orElse("");
        String name = path.stream().map(TestIdentifier::getDisplayName).collect(Collectors.joining(": "));
        String message = Optional.ofNullable(failure.getException().getMessage()).filter(text -> !text.isBlank())
                .orElseGet(failure.getException()::toString).strip().lines().limit(LINES)
                .collect(Collectors.joining("\n"));
        return new TestRun.Failure(testClass, name, message, place(failure.getException(), testClass));
    }

    /** From the class to the test. */
    private static List<TestIdentifier> path(TestIdentifier test, TestPlan plan) {
        List<TestIdentifier> path = new ArrayList<>();
        for (Optional<TestIdentifier> next = Optional.of(test); next.isPresent(); next = plan.getParent(next.get())) {
            path.addFirst(next.get());
        }
        return path.subList(Math.min(1, path.size() - 1), path.size());
    }

    private static Optional<String> className(TestIdentifier test) {
        return test.getSource().map(source -> switch (source) {
            case MethodSource method -> method.getClassName();
            case ClassSource type -> type.getClassName();
            default -> "";
        });
    }

    private static String place(Throwable failure, String testClass) {
        return Stream.of(failure.getStackTrace())
                .filter(frame -> frame.getClassName().equals(testClass) && frame.getLineNumber() > 0).findFirst()
                .map(frame -> frame.getFileName() + ":" + frame.getLineNumber()).orElse("");
    }
}
