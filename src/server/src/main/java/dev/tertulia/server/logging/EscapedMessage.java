package dev.tertulia.server.logging;

import ch.qos.logback.classic.pattern.MessageConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;

import dev.tertulia.journal.LogText;

/**
 * The message of a line of the log, as nothing but text without phone numbers. What has several lines cannot be taken
 * for several entries.
 */
public final class EscapedMessage extends MessageConverter {

    @Override
    public String convert(ILoggingEvent event) {
        return LogText.ofLines(super.convert(event)).replace("\n", "\n\t");
    }
}
