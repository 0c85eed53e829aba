package dev.tertulia.testkit;

import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.micronaut.context.ApplicationContext;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolutionException;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestInstantiationAwareExtension;
import org.junit.platform.commons.support.AnnotationSupport;

import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.business.Business;
import dev.tertulia.deadletter.DeadLetters;
import dev.tertulia.fleet.Counters;
import dev.tertulia.fleet.Logs;

/** JUnit extension that gives each test its own bench and bots, and fails the test if a bot failed unexpectedly. */
final class BotTestExtension
        implements
            BeforeAllCallback,
            BeforeEachCallback,
            AfterEachCallback,
            ParameterResolver,
            TestInstantiationAwareExtension {

    private static final Namespace OURS = Namespace.create(BotTestExtension.class);

    private static final Map<Class<?>, Function<Stage, Object>> PARAMETERS = Map.of(
            TestClock.class, stage -> stage.bench().clock(),
            TestBots.class, stage -> new TestBots(stage.bench()),
            TestWhatsApp.class, stage -> new TestWhatsApp(stage.bench()),
            Groups.class, stage -> stage.bean(Groups.class),
            Broadcasts.class, stage -> stage.bean(Broadcasts.class),
            Business.class, stage -> stage.bean(Business.class),
            DeadLetters.class, stage -> stage.bean(DeadLetters.class),
            Counters.class, stage -> stage.bean(Counters.class),
            Logs.class, stage -> stage.bean(Logs.class));

    /** The requirements of a test class. */
    private record Wanted(List<Class<?>> bots, List<String> numbers, Map<String, Object> properties,
            ReplacedBeans beans) {}

    /** The resources of a test, which JUnit closes with the store. */
    private record Stage(TestBench bench, ApplicationContext context) implements AutoCloseable {

        static Stage set(Wanted wanted) {
            ApplicationContext context = ApplicationContext.run(wanted.properties(), "test");
            try {
                TestBeans beans = new TestBeans();
                beans.register(context);
                wanted.beans().register(context);
                return new Stage(beans.enter(context, wanted.bots(), wanted.numbers()), context);
            } catch (RuntimeException | Error e) {
                context.close();
                throw e;
            }
        }

        Object bean(Class<?> type) {
            return context.getBean(type);
        }

        @Override
        public void close() {
            context.close();
        }
    }

    /** Gives the parameters of a constructor to its test as well. */
    @Override
    public ExtensionContextScope getTestInstantiationExtensionContextScope(ExtensionContext root) {
        return ExtensionContextScope.TEST_METHOD;
    }

    /** Fails the whole class, not each test, if its bots cannot run. */
    @Override
    public void beforeAll(ExtensionContext test) {
        Stage.set(wanted(test)).close();
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        stage(test);
    }

    @Override
    public void afterEach(ExtensionContext test) {
        TestBench bench = stage(test).bench();
        if (bench.failures().any()) {
            throw bench.failures().error("");
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        Wanted wanted = wanted(test);
        return type == TestGroup.class || PARAMETERS.containsKey(type) || wanted.bots().contains(type)
                || wanted.beans().has(type);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (test.getTestMethod().isEmpty()) {
            throw new ParameterResolutionException(type.getSimpleName()
                    + " belongs to a test, but no test runs here yet:"
                    + " take it in a @BeforeEach or @Test method of " + test.getRequiredTestClass().getSimpleName());
        }
        Stage stage = stage(test);
        return type == TestGroup.class
                ? stage.bench().group(subject(parameter), number(parameter.getParameter()),
                        parameter.isAnnotated(WithApproval.class))
                : PARAMETERS.getOrDefault(type, s -> s.bean(type)).apply(stage);
    }

    /**
     * The subject that the author gives, or else one by position: the second group of each method is the same group.
     */
    private static String subject(ParameterContext parameter) {
        return parameter.findAnnotation(Called.class).map(Called::value).orElseGet(() -> {
            Parameter[] all = parameter.getDeclaringExecutable().getParameters();
            long before = Arrays.stream(all).limit(parameter.getIndex()).filter(BotTestExtension::isUnnamed)
                    .filter(one -> number(one).equals(number(parameter.getParameter()))).count();
            String first = parameter.isAnnotated(WithApproval.class)
                    ? TestBench.FIRST_GROUP + " with approval"
                    : TestBench.FIRST_GROUP;
            return before == 0 ? first : first + " " + (before + 1);
        });
    }

    private static boolean isUnnamed(Parameter parameter) {
        return parameter.getType() == TestGroup.class && !parameter.isAnnotationPresent(Called.class);
    }

    private static String number(Parameter parameter) {
        Of of = parameter.getAnnotation(Of.class);
        return of == null ? "" : of.value();
    }

    private static Stage stage(ExtensionContext test) {
        return test.getStore(OURS).getOrComputeIfAbsent(Stage.class, type -> Stage.set(wanted(test)), Stage.class);
    }

    /** The annotation of the class, or else of its superclass, or else of its enclosing class. */
    private static Wanted wanted(ExtensionContext test) {
        BotTest found = AnnotationSupport
                .findAnnotation(test.getRequiredTestClass(), BotTest.class, test.getEnclosingTestClasses())
                .orElse(null);
        if (found == null || found.value().length == 0) {
            throw new ExtensionConfigurationException("@BotTest of " + test.getRequiredTestClass().getSimpleName()
                    + " names no bot; name the bots to test, such as @BotTest(PingBot.class)");
        }
        Map<String, Object> properties = new HashMap<>();
        for (String property : found.properties()) {
            int end = property.indexOf('=');
            if (end < 1) {
                throw new ExtensionConfigurationException("@BotTest of " + test.getRequiredTestClass().getSimpleName()
                        + " has the property '" + property + "'; write key=value, such as tertulia.mentions=helper");
            }
            properties.put(property.substring(0, end).strip(), property.substring(end + 1).strip());
        }
        return new Wanted(List.of(found.value()), List.of(found.numbers()), properties,
                ReplacedBeans.of(test.getRequiredTestClass(), test.getEnclosingTestClasses()));
    }
}
