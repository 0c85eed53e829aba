package dev.tertulia.server.logging;

import java.util.Iterator;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.ConsoleAppender;
import net.logstash.logback.composite.loggingevent.LogLevelJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggerNameJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventFormattedTimestampJsonProvider;
import net.logstash.logback.composite.loggingevent.LoggingEventThreadNameJsonProvider;
import net.logstash.logback.composite.loggingevent.StackTraceJsonProvider;
import net.logstash.logback.encoder.LoggingEventCompositeJsonEncoder;
import org.slf4j.LoggerFactory;

/** The format of the log on the console: text for people, or one JSON object per line for programs. */
public final class LogFormat {

    /** The setting. */
    public static final String KEY = "tertulia.log-format";
    /** The value for JSON. */
    public static final String JSON = "json";

    private LogFormat() {}

    /** Makes all consoles of the log write JSON from now on, whatever their configuration says. */
    public static void useJson() {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        for (Logger logger : context.getLoggerList()) {
            for (Iterator<Appender<ILoggingEvent>> all = logger.iteratorForAppenders(); all.hasNext();) {
                if (all.next() instanceof ConsoleAppender<ILoggingEvent> console) {
                    console.stop();
                    console.setEncoder(encoder(context));
                    console.start();
                }
            }
        }
    }

    /** An encoder whose entries contain neither phone numbers nor control characters. */
    public static LoggingEventCompositeJsonEncoder encoder(LoggerContext context) {
        LoggingEventCompositeJsonEncoder encoder = new LoggingEventCompositeJsonEncoder();
        encoder.setContext(context);
        encoder.getProviders().addProvider(new LoggingEventFormattedTimestampJsonProvider());
        encoder.getProviders().addProvider(new LogLevelJsonProvider());
        encoder.getProviders().addProvider(new LoggerNameJsonProvider());
        encoder.getProviders().addProvider(new LoggingEventThreadNameJsonProvider());
        encoder.getProviders().addProvider(new JsonFields());
        StackTraceJsonProvider thrown = new StackTraceJsonProvider();
        EscapedThrowable converter = new EscapedThrowable();
        converter.start();
        thrown.setThrowableConverter(converter);
        encoder.getProviders().addProvider(thrown);
        encoder.start();
        return encoder;
    }
}
