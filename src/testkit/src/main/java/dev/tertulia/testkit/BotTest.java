package dev.tertulia.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Marks a test class whose methods exchange messages with bots in an emulated group. The real line runs, with the
 * memory stores, on the thread of the test: when {@link TestMember#says} returns, the message is handled and the
 * answers are sent. Each test starts with new bots, an empty group, a stopped clock and no faults; tests may run in
 * parallel. A test fails if a bot fails, unless the test expects that: see {@link TestBots}.
 *
 * <p>Its methods, or its constructor, may take as parameters: a {@link TestGroup}, and a second one for a second group
 * (the first of each method is the same group; {@link Called} names one); a {@link TestClock}; {@link TestBots};
 * {@link TestWhatsApp}; a bot itself; {@link dev.tertulia.bot.Groups}, {@link dev.tertulia.broadcast.Broadcasts},
 * {@link dev.tertulia.business.Business} and {@link dev.tertulia.deadletter.DeadLetters} to act on from outside; what a
 * {@link TestBean} method returns. {@code @Nested} classes and classes that extend this one have the same bots unless they
 * say others.
 *
 * <p>Templates are those of {@code src/main/resources/whatsapp/templates.json}, in the form of the demo.
 */
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@ExtendWith(BotTestExtension.class)
public @interface BotTest {

    /** The bots under test. Other bots on the class path do not run. */
    Class<?>[] value();

    /**
     * The phone number ids of the business, such as {@code {"1001", "1002"}}; one number unless given. A {@link TestGroup}
     * belongs to the first, or to the one that {@link Of} names.
     */
    String[] numbers() default {};

    /**
     * Settings of the test, each as {@code key=value}: those of the application that bots see, such as
     * {@code tertulia.mentions=helper}, {@code tertulia.staff=+1 650 555 1234} or {@code tertulia.language=pt}, and those
     * of the bots themselves.
     */
    String[] properties() default {};
}
