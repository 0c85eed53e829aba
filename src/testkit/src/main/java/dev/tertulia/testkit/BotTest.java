package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose methods talk to bots in an emulated group. They run on the real line, with the memory
 * stores, on the test's own thread: when a member has spoken, all that follows has happened. Each test starts with
 * bots of its own, an empty group, a stopped clock and no faults; tests may run side by side. It fails when a bot fails,
 * unless it expects that: see {@link TestBots}.
 *
 * <p>Its methods, or its constructor, may take as parameters: a {@link TestGroup}, and a second one for a second group
 * (the first of each method is the same group; {@link Called} names one); a {@link TestClock}; {@link TestBots}; a bot
 * itself; {@link dev.tertulia.bot.Groups}, {@link dev.tertulia.broadcast.Broadcasts},
 * {@link dev.tertulia.business.Business} and {@link dev.tertulia.deadletter.DeadLetters} to act on from outside; and the
 * emulator's {@link dev.tertulia.emulator.Faults}. {@code @Nested} classes and classes that extend this one have the
 * same bots unless they say others.
 *
 * <p>Templates are those of {@code src/main/resources/whatsapp/templates.json}: see
 * {@link dev.tertulia.emulator.DeclaredTemplates}.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BotTestExtension.class)
public @interface BotTest {

    /** The bots under test; others on the class path keep silent. */
    Class<?>[] value();
}
