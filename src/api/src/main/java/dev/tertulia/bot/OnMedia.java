package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.message.Content.MediaKind;
import dev.tertulia.message.GroupMessage;

/**
 * Handles an image, video, audio file, document or sticker that no command, mention or pattern of the same bot took.
 */
@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface OnMedia {

    /** The kinds to handle; empty for all. */
    MediaKind[] value() default {};
}
