package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Makes a {@link TestGroup} parameter a group of one of the numbers of {@link BotTest#numbers}, instead of the first. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Of {

    /** The phone number id. */
    String value();
}
