package dev.tertulia.handler;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Classes on the class path that have no effect: handlers in a class that is no bot, bots that were compiled without
 * the annotation processor, timers that are never started or never handled. It is read from the class files, since none of it is
 * known to the running program.
 */
public final class ClassPathCheck {

    private static final Logger LOG = LoggerFactory.getLogger(ClassPathCheck.class);
    private static final String OF_BOTS = "dev/tertulia/bot/";

    private final Set<String> heard;
    private final Set<String> definitions = new HashSet<>();
    private final List<ClassFileSummary> written = new ArrayList<>();
    private final Set<String> mentioned = new HashSet<>();

    private ClassPathCheck(Set<String> heard) {
        this.heard = heard;
    }

    /** A sentence for each on the class path of this program. */
    public static List<String> inThisProgram(Handlers handlers) {
        return in(AuthorClassPath.ofThisProgram(), handlers);
    }

    /** A sentence for each in certain folders and jars. */
    public static List<String> in(Collection<Path> places, Handlers handlers) {
        ClassPathCheck overlooked = new ClassPathCheck(handlers.timers());
        places.forEach(place -> AuthorClassPath.read(place, (file, bytes) -> overlooked.look(place, file, bytes)));
        return overlooked.sentences();
    }

    private void look(Path place, String file, byte[] bytes) {
        if (file.endsWith("$Definition.class")) {
            definitions.add(file.substring(0, file.length() - ".class".length()).replace('/', '.'));
            return;
        }
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        if (!text.contains(OF_BOTS)) {
            heard.stream().filter(timer -> text.contains(latin(timer))).forEach(mentioned::add);
            return;
        }
        try {
            ClassFileSummary type = ClassFileSummary.read(place, bytes);
            written.add(type);
            mentioned.addAll(type.words());
        } catch (IllegalArgumentException e) {
            LOG.warn("{} in {} cannot be read: {}", file, place, e.getMessage());
        }
    }

    /** The encoding of a name in a class file. */
    private static String latin(String name) {
        return new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
    }

    private List<String> sentences() {
        Set<String> sentences = new TreeSet<>();
        Set<String> extended = written.stream().map(ClassFileSummary::superclass).collect(Collectors.toSet());
        Map<String, Path> places = new HashMap<>();
        for (ClassFileSummary type : written) {
            boolean made = definitions.contains(type.definition());
            if (type.bot() && type.concrete() && !made) {
                sentences.add(type.simpleName() + " in " + type.place() + " is a @Bot, but was compiled without"
                        + " Micronaut's annotation processor, so it is not found; add micronaut-inject-java to the"
                        + " annotationProcessorPaths of its build");
            } else if (!type.bot() && type.concrete() && !made && !extended.contains(type.name())) {
                type.handlers().forEach(handler -> sentences.add(type.simpleName() + "." + handler
                        + ", but its class is no bot, so it is never asked; write @Bot above class "
                        + type.simpleName()));
            }
            Path first = places.putIfAbsent(type.name(), type.place());
            if (type.bot() && first != null && !first.equals(type.place())) {
                sentences.add(type.simpleName() + " is in " + first + " and in " + type.place()
                        + ", and only the first is used; remove one of them");
            }
        }
        addTimers(sentences);
        return List.copyOf(sentences);
    }

    private void addTimers(Set<String> sentences) {
        heard.stream().filter(timer -> !mentioned.contains(timer))
                .forEach(timer -> sentences
                        .add("@OnTimer(\"" + timer + "\") is never called: no code here has the name \""
                                + timer + "\"; start it with group.startTimer(\"" + timer + "\", …)"));
        Set<String> everHeard = written.stream().flatMap(type -> type.hears().stream()).collect(Collectors.toSet());
        everHeard.addAll(heard);
        written.forEach(type -> type.timers().stream().filter(timer -> !everHeard.contains(timer))
                .forEach(timer -> sentences.add(type.simpleName() + " starts the timer \"" + timer
                        + "\", which no method handles; write a method with @OnTimer(\"" + timer + "\")")));
    }
}
