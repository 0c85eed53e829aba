package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Binds the {@code Member} whom the message mentions, by {@code @} and name or phone number. With several, a
 * {@code List<Member>} takes all of them; with none, a {@code @Nullable} parameter is null, and a command is answered with
 * how to write it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.PARAMETER)
public @interface Mentioned {}
