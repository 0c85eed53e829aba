package dev.tertulia.stability;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks what keeps working: code that is compiled against it runs with every later version of the same major version;
 * before 1.0, with every later patch version. The mark of a package holds for its types without a mark of their own.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PACKAGE, ElementType.TYPE})
public @interface Stable {}
