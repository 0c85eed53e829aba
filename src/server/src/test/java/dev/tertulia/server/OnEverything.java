package dev.tertulia.server;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.bot.Handler;

/** A custom handler annotation for every kind of event. */
@Handler
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface OnEverything {}
