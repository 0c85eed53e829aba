package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method of a {@link BotTest} class, without parameters, whose result replaces the beans of the method's
 * return type, such as the client of an HTTP service or a repository. It is called once for each test, before the bots are
 * created; a test may take the result as a parameter. Methods of superclasses and enclosing classes count too.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface TestBean {}
