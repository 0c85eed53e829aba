package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Gives a {@link TestGroup} parameter its subject. Within a test, the same subject always means the same group. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Called {

    /** The group's subject. */
    String value();
}
