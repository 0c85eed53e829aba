package dev.tertulia.testkit;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import io.micronaut.context.ApplicationContext;
import io.micronaut.context.RuntimeBeanDefinition;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** The {@link TestBean} methods of a test class. */
record ReplacedBeans(List<Method> methods) {

    /**
     * Finds the methods of a test class, its superclasses and its enclosing classes.
     *
     * @throws ExtensionConfigurationException if one cannot be called
     */
    static ReplacedBeans of(Class<?> test, List<Class<?>> enclosing) {
        List<Method> methods = new ArrayList<>();
        Stream.concat(Stream.of(test), enclosing.stream()).forEach(type -> {
            for (Class<?> each = type; each != null; each = each.getSuperclass()) {
                for (Method method : each.getDeclaredMethods()) {
                    if (method.isAnnotationPresent(TestBean.class) && !methods.contains(method)) {
                        check(method);
                        methods.add(method);
                    }
                }
            }
        });
        return new ReplacedBeans(methods);
    }

    private static void check(Method method) {
        if (!Modifier.isStatic(method.getModifiers()) || method.getParameterCount() > 0
                || method.getReturnType() == void.class || method.getReturnType().isPrimitive()) {
            throw new ExtensionConfigurationException(name(method) + " has @TestBean and must be static, take no"
                    + " parameters and return the bean");
        }
        method.setAccessible(true);
    }

    private static String name(Method method) {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName() + "()";
    }

    boolean has(Class<?> type) {
        return methods.stream().anyMatch(method -> method.getReturnType() == type);
    }

    /** Creates the beans, in place of all others of their types. */
    void register(ApplicationContext context) {
        methods.forEach(method -> register(context, method, method.getReturnType()));
    }

    private static <T> void register(ApplicationContext context, Method method, Class<T> type) {
        T bean = type.cast(call(method));
        context.registerBeanDefinition(RuntimeBeanDefinition.builder(type, () -> bean).singleton(true).replaces(type)
                .build());
    }

    private static Object call(Method method) {
        try {
            Object bean = method.invoke(null);
            if (bean == null) {
                throw new ExtensionConfigurationException(name(method) + " returned null; return the bean");
            }
            return bean;
        } catch (InvocationTargetException e) {
            throw new ExtensionConfigurationException(name(method) + " failed: " + e.getCause(), e.getCause());
        } catch (IllegalAccessException e) {
            throw new ExtensionConfigurationException(name(method) + " cannot be called: " + e.getMessage(), e);
        }
    }
}
