package dev.tertulia.server.console.numbers;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.jspecify.annotations.Nullable;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.business.NumberHealth;
import dev.tertulia.business.NumberInfo;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.TemplateInfo;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.server.metrics.MeteredJournal;
import dev.tertulia.server.settings.Settings;

/** Reader of phone numbers, which asks WhatsApp once a minute at most, because the app's budget of calls is small. */
@Singleton
@Requires(beans = Settings.class)
final class NumberReader {

    private static final long AGE = Duration.ofMinutes(1).toNanos();
    private static final int MOST_TEMPLATES = 500;

    private final Business business;
    private final MeteredJournal journal;
    private final TemplateList templates;
    private final Map<String, Told> told = new ConcurrentHashMap<>();

    /** WhatsApp's answers. */
    private record Told(@Nullable NumberInfo info, @Nullable NumberHealth health, List<TemplateInfo> templates,
            @Nullable String error, long at) {}

    NumberReader(Business business, MeteredJournal journal, TemplateList templates) {
        this.business = business;
        this.journal = journal;
        this.templates = templates;
    }

    NumberStatus read(Line line) {
        Told answer = told.compute(line.number(), (number, before) -> before != null
                && System.nanoTime() - before.at() < AGE ? before : ask(number));
        return new NumberStatus(line.number(), answer.info(), answer.health(),
                answer.error() == null ? templates.with(answer.templates()) : List.of(),
                answer.error(),
                journal.lastAccepted(line.number()).orElse(null), line.standing().measures());
    }

    private Told ask(String number) {
        NumberInfo info = null;
        NumberHealth health = null;
        try {
            Business own = business.of(number);
            info = own.numbers().info();
            health = own.numbers().health();
            return new Told(info, health, own.templates().list().limit(MOST_TEMPLATES).toList(), null,
                    System.nanoTime());
        } catch (RefusedByWhatsApp | WhatsAppUnavailable | IllegalStateException e) {
            return new Told(info, health, List.of(), String.valueOf(e.getMessage()), System.nanoTime());
        }
    }
}
