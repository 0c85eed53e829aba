package dev.tertulia.server.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

import dev.tertulia.journal.LogText;

/**
 * Converter of log messages that escapes control characters and removes phone numbers. Continuation lines are indented,
 * so that one entry cannot pass for several.
 */
public final class EscapedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return LogText.ofLines(super.convert(event)).replace("\n", "\n\t");
    }
}
