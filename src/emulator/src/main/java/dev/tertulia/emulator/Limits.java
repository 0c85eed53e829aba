package dev.tertulia.emulator;

import java.util.stream.IntStream;

/**
 * Rate limits of the emulator; 0 is no limit.
 *
 * @param messagesPerSecond messages of one number; error 130429 above
 * @param operationsPerSecond changes of a number's groups; error 131208 above
 * @param managementPerHour calls on the account, such as listing templates; error 80007 above
 * @param pairBurst messages from one number to one person at once, then one in six seconds; error 131056 above
 */
public record Limits(int messagesPerSecond, int operationsPerSecond, int managementPerHour, int pairBurst) {
    public static final Limits NONE = new Limits(0, 0, 0, 0);

    public Limits {
        IntStream.of(messagesPerSecond, operationsPerSecond, managementPerHour, pairBurst).filter(limit -> limit < 0)
                .findFirst().ifPresent(limit -> {
                    throw new IllegalArgumentException("A limit is 0 (none) or more, not %d.".formatted(limit));
                });
    }

    public Limits withMessagesPerSecond(int messages) {
        return new Limits(messages, operationsPerSecond, managementPerHour, pairBurst);
    }
}
