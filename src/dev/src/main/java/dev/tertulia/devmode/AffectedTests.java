package dev.tertulia.devmode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.classfile.ClassFile;
import java.lang.classfile.constantpool.ConstantPool;
import java.lang.classfile.constantpool.Utf8Entry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * Finds the test classes that use a changed class, directly or through others, by the names in class files. A class is
 * named like its source file, below the folder of sources and without its end: {@code org/example/HelloBot}.
 */
final class AffectedTests {

    /** The names with which Maven finds test classes. */
    private static final Pattern TEST = Pattern.compile("(.*/)?(Test[^/$]*|[^/$]*(Test|Tests|TestCase))");
    private static final Pattern BETWEEN_NAMES = Pattern.compile("[^\\w/$]+");
    private static final String END = ".class";

    private final Set<String> tests;
    private final Map<String, Set<String>> used = new HashMap<>();

    /** Reads the class files of a version of the bots, and of its tests. */
    AffectedTests(Path version, Path tests) {
        this.tests = names(tests);
        Set<String> known = new HashSet<>(this.tests);
        known.addAll(names(version));
        Stream.of(version, tests).forEach(folder -> read(folder, known));
    }

    private static Set<String> names(Path folder) {
        Set<String> names = new HashSet<>();
        classFiles(folder).forEach(file -> names.add(source(name(folder, file))));
        return names;
    }

    private static Stream<Path> classFiles(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(END)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(Path folder, Path file) {
        String path = folder.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - END.length());
    }

    /** The outermost class; what the annotation processor generates begins with a dollar, and is nobody's. */
    private static String source(String name) {
        int dollar = name.indexOf('$', name.lastIndexOf('/') + 2);
        return dollar < 0 ? name : name.substring(0, dollar);
    }

    private void read(Path folder, Set<String> known) {
        classFiles(folder).forEach(file -> {
            Set<String> names = used.computeIfAbsent(source(name(folder, file)), name -> new HashSet<>());
            StreamSupport.stream(constants(file).spliterator(), false).filter(Utf8Entry.class::isInstance)
                    .flatMap(text -> BETWEEN_NAMES.splitAsStream(((Utf8Entry) text).stringValue()))
                    .flatMap(word -> Stream.of(word, word.startsWith("L") ? word.substring(1) : word))
                    .map(AffectedTests::source).filter(known::contains).forEach(names::add);
        });
    }

    private static ConstantPool constants(Path file) {
        try {
            return ClassFile.of().parse(file).constantPool();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All test classes. */
    Set<String> all() {
        Set<String> all = new TreeSet<>(tests);
        all.removeIf(name -> !TEST.matcher(name).matches());
        return all;
    }

    /** The test classes that use one of these classes, or are among them. */
    Set<String> of(Set<String> changed) {
        Set<String> reached = new HashSet<>(changed);
        for (int before = -1; before != reached.size();) {
            before = reached.size();
            used.forEach((name, names) -> {
                if (names.stream().anyMatch(reached::contains)) {
                    reached.add(name);
                }
            });
        }
        Set<String> affected = all();
        affected.retainAll(reached);
        return affected;
    }
}
