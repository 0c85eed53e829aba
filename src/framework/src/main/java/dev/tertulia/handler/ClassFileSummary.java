package dev.tertulia.handler;

import java.lang.classfile.Annotation;
import java.lang.classfile.AnnotationElement;
import java.lang.classfile.AnnotationValue;
import java.lang.classfile.AttributedElement;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.StringEntry;
import java.lang.constant.ClassDesc;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnTimer;

/**
 * What a class file says of a class, without loading it.
 *
 * @param name     with package, and {@code $} before the name of a nested class
 * @param bot      whether it is a {@code @Bot}
 * @param concrete whether something can be made of it
 * @param handlers its methods with a handler annotation, as people would say them
 * @param words    all constant strings in its code
 * @param hears    the names of timers that it handles
 * @param timers   the names that it surely starts timers with
 */
record ClassFileSummary(Path place, String name, String superclass, boolean bot, boolean concrete,
        List<String> handlers,
        Set<String> words, Set<String> hears, Set<String> timers) {

    private static final ClassDesc BOT = Bot.class.describeConstable().orElseThrow();
    private static final ClassDesc ON_TIMER = OnTimer.class.describeConstable().orElseThrow();
    private static final String HANDLER = "L" + Bot.class.getPackageName().replace('.', '/') + "/On";

    static ClassFileSummary read(Path place, byte[] bytes) {
        ClassModel type = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG).parse(bytes);
        return new ClassFileSummary(place, type.thisClass().asInternalName().replace('/', '.'),
                type.superclass().map(of -> of.asInternalName().replace('/', '.')).orElse(""),
                annotations(type).anyMatch(annotation -> annotation.classSymbol().equals(BOT)),
                !type.flags().has(AccessFlag.ABSTRACT) && !type.flags().has(AccessFlag.INTERFACE),
                type.methods().stream().flatMap(ClassFileSummary::handlers).toList(), words(type),
                type.methods().stream().flatMap(ClassFileSummary::hears).collect(Collectors.toSet()),
                type.methods().stream().flatMap(NamesInCode.TIMERS::in).collect(Collectors.toSet()));
    }

    /** Without its package, as its author says it. */
    String simpleName() {
        return name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('$')) + 1);
    }

    /** The name of the class that Micronaut's annotation processor generates for it. */
    String definition() {
        int end = name.lastIndexOf('.') + 1;
        return name.substring(0, end) + "$" + name.substring(end) + "$Definition";
    }

    private static Stream<String> handlers(MethodModel method) {
        return annotations(method).map(annotation -> annotation.classSymbol().descriptorString())
                .filter(annotation -> annotation.startsWith(HANDLER))
                .map(annotation -> method.methodName().stringValue() + "() has @"
                        + annotation.substring(HANDLER.length() - "On".length(), annotation.length() - 1));
    }

    private static Stream<String> hears(MethodModel method) {
        return annotations(method).filter(annotation -> annotation.classSymbol().equals(ON_TIMER))
                .flatMap(annotation -> annotation.elements().stream()).map(AnnotationElement::value)
                .filter(AnnotationValue.OfString.class::isInstance)
                .map(value -> ((AnnotationValue.OfString) value).stringValue());
    }

    private static Stream<Annotation> annotations(AttributedElement element) {
        return element.findAttribute(Attributes.runtimeVisibleAnnotations()).stream()
                .flatMap(visible -> visible.annotations().stream());
    }

    private static Set<String> words(ClassModel type) {
        return StreamSupport.stream(type.constantPool().spliterator(), false).filter(StringEntry.class::isInstance)
                .map(entry -> ((StringEntry) entry).stringValue()).collect(Collectors.toSet());
    }
}
