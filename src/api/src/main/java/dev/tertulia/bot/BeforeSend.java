package dev.tertulia.bot;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import dev.tertulia.stability.Experimental;

/**
 * Looks at a message of any bot, or of a broadcast, right before it leaves for a group: after the decision between
 * free-form and template, and before WhatsApp is asked. The method has one parameter, an {@link Outgoing} or one of its
 * kinds, and returns an {@link Outgoing}: the same to leave it alone, another to change it, or {@link Outgoing#stop} to
 * drop it. Among several, {@code @Order} decides; each gets what the one before returned.
 *
 * <p>It is called on each attempt to send, so it must be quick and must have no effects of its own. A message whose
 * method fails is tried again, and becomes a dead letter like any other. Group operations, invitations, pins and read
 * receipts are not offered.
 */
@Experimental
@Handler
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface BeforeSend {}
