package dev.tertulia.emulator;

import java.util.stream.IntStream;

/**
 * How much passes before Meta refuses; 0 is no limit.
 *
 * @param messagesPerSecond of one number; what is above gets 130429
 * @param operationsPerSecond changes of a number's groups; what is above gets 131208
 * @param managementPerHour calls on the account, such as listing templates; what is above gets 80007
 * @param pairBurst messages from one number to one person at once, then one in six seconds; what is above gets 131056
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
