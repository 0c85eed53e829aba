package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose methods talk to bots in an emulated group. They run on the real line, with the memory
 * stores, on the test's own thread: when a member has spoken, all that follows has happened. Each method starts with
 * an empty group, a stopped clock and no faults, and may take a {@link TestGroup}, a {@link TestClock}, the
 * {@link dev.tertulia.bot.Groups} and {@link dev.tertulia.broadcast.Broadcasts} to act on from outside and the emulator's
 * {@link dev.tertulia.emulator.Faults} as parameters.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BotTestExtension.class)
public @interface BotTest {

    /** The bots under test; others on the class path keep silent. */
    Class<?>[] value();
}
