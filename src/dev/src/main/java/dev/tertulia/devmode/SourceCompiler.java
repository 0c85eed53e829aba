package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.ServiceLoader.Provider;
import java.util.stream.Stream;
import javax.annotation.processing.Processor;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaCompiler.CompilationTask;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

import dev.tertulia.server.cli.terminal.CommandFailed;

/**
 * Compiler of a project: that of the JDK with the annotation processors of the class path. It keeps what it knows of the
 * dependencies from one version to the next.
 */
final class SourceCompiler implements AutoCloseable {

    private static final List<String> OPTIONS = List.of("-parameters", "-g", "-Xlint:none");

    private final Project project;
    private final JavaCompiler javac;
    private final StandardJavaFileManager files;

    /** @throws CommandFailed if this process runs without a compiler */
    SourceCompiler(Project project) {
        JavaCompiler found = ToolProvider.getSystemJavaCompiler();
        if (found == null) {
            throw new CommandFailed("This Java has no compiler; run dev with a JDK.");
        }
        this.project = project;
        this.javac = found;
        this.files = javac.getStandardFileManager(null, Locale.ENGLISH, StandardCharsets.UTF_8);
    }

    /**
     * Compiles all sources of the bots, and copies all resources, into a folder.
     *
     * @return the errors; none if they have compiled
     */
    List<Problem> compile(Path folder) {
        return compile(project.sources(), project.resources(), project.classPath(), folder);
    }

    /**
     * Does the same with those of the tests.
     *
     * @param version the folder of the version of the bots that they test
     */
    List<Problem> compileTests(Path version, Path folder) {
        return compile(project.testSources(), project.testResources(),
                Stream.concat(Stream.of(version), project.classPath().stream()).toList(), folder);
    }

    private List<Problem> compile(Path sources, Path resources, List<Path> classPath, Path folder) {
        try {
            Folders.copy(resources, Files.createDirectories(folder));
            files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
            files.setLocationFromPaths(StandardLocation.CLASS_OUTPUT, List.of(folder));
            if (!Files.isDirectory(sources)) {
                return List.of();
            }
            try (Stream<Path> all = Files.walk(sources)) {
                return compile(sources, all.filter(SourceCompiler::isSource).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isSource(Path file) {
        return file.toString().endsWith(".java") && !SourceWatch.isScratch(file);
    }

    private List<Problem> compile(Path folder, List<Path> sources) {
        if (sources.isEmpty()) {
            return List.of();
        }
        DiagnosticCollector<JavaFileObject> found = new DiagnosticCollector<>();
        CompilationTask task = javac.getTask(null, files, found, OPTIONS, null,
                files.getJavaFileObjectsFromPaths(sources));
        task.setProcessors(processors());
        task.setLocale(Locale.ENGLISH);
        try {
            boolean good = task.call();
            List<Problem> errors = found.getDiagnostics().stream()
                    .filter(one -> one.getKind() == Diagnostic.Kind.ERROR)
                    .map(one -> Problem.of(one, folder)).distinct().toList();
            return good || !errors.isEmpty() ? errors : List.of(Problem.of(new IllegalStateException("no reason")));
        } catch (RuntimeException e) { // of an annotation processor
            return List.of(Problem.of(e));
        }
    }

    /** New ones, because a processor works only once; their classes stay loaded. */
    private static List<Processor> processors() {
        return ServiceLoader.load(Processor.class, SourceCompiler.class.getClassLoader()).stream().map(Provider::get)
                .toList();
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
