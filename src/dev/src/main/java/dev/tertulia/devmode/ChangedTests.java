package dev.tertulia.devmode;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/** Runs the tests that a change concerns, and those that failed before, while the bots run already. */
final class ChangedTests implements AutoCloseable {

    private final Project project;
    private final SourceCompiler compiler;
    private final BuildLog log;
    /** What has changed since tests ended last, and the classes of which tests failed then. */
    private final Set<Path> changed = new HashSet<>();
    private Set<String> failed = Set.of();
    private @Nullable TestFork fork;
    private @Nullable Thread thread;

    ChangedTests(Project project, SourceCompiler compiler, BuildLog log) {
        this.project = project;
        this.compiler = compiler;
        this.log = log;
    }

    /** Ends the tests that run. They are run again with the next ones. */
    synchronized void stop() {
        if (fork != null && thread != null) {
            fork.stop();
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** Remembers changes for the next run. */
    synchronized void note(List<Path> files) {
        changed.addAll(files);
    }

    /** Starts the tests of all changes, with a version of the bots, after the tests before were ended. */
    synchronized void start(Path version) {
        TestFork next = new TestFork(project);
        fork = next;
        thread = Thread.ofPlatform().daemon().name("tests").start(() -> run(next, version));
    }

    private void run(TestFork next, Path version) {
        long begin = System.nanoTime();
        TestRun result = result(next, version);
        if (next.isStopped()) {
            return;
        }
        if (result.state() == TestRun.State.DONE) {
            changed.clear();
            failed = result.failures().stream().map(TestRun.Failure::testClass).collect(Collectors.toSet());
        }
        log.tested(result.took(Duration.ofNanos(System.nanoTime() - begin).toMillis()));
    }

    private TestRun result(TestFork next, Path version) {
        Path folder = project.tests();
        try {
            Folders.delete(folder);
            List<Problem> problems = compiler.compileTests(version, folder);
            if (!problems.isEmpty()) {
                return TestRun.errors(problems);
            }
            Set<String> classes = affected(new AffectedTests(version, folder));
            return classes.isEmpty() || next.isStopped()
                    ? TestRun.done(0, 0, Set.of(), List.of())
                    : next.run(List.of(folder, version), classes);
        } catch (IOException | RuntimeException e) {
            return TestRun.broken(e.toString());
        }
    }

    /** The names of the test classes to run. */
    private Set<String> affected(AffectedTests tests) {
        Set<String> names = new TreeSet<>();
        if (changed.stream().anyMatch(project::isResource)) {
            names.addAll(tests.all());
        } else {
            names.addAll(tests.of(changed.stream().flatMap(file -> project.sourceName(file).stream())
                    .collect(Collectors.toSet())));
            failed.stream().map(ChangedTests::source).filter(tests.all()::contains).forEach(names::add);
        }
        return names.stream().map(name -> name.replace('/', '.')).collect(Collectors.toCollection(TreeSet::new));
    }

    private static String source(String className) {
        int nested = className.indexOf('$');
        return (nested < 0 ? className : className.substring(0, nested)).replace('.', '/');
    }

    @Override
    public void close() {
        stop();
    }
}
