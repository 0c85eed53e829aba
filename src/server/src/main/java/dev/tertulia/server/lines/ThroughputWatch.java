package dev.tertulia.server.lines;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import io.micronaut.context.annotation.Requires;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import dev.tertulia.Line;
import dev.tertulia.business.Business;
import dev.tertulia.business.NumberInfo.Throughput;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.Settings;
import dev.tertulia.store.StoreUnavailable;
import dev.tertulia.turn.ThroughputChanged;

/**
 * Sets the message rate of each number to the throughput that WhatsApp reports. Reads it when the process first uses the
 * number and, in every replica that uses it, after a delivery reports a change. Numbers with a configured rate are left alone.
 */
@Singleton
@Requires(beans = Settings.class)
public final class ThroughputWatch {

    private static final Logger LOG = LoggerFactory.getLogger(ThroughputWatch.class);
    private static final double STANDARD = 80;
    private static final Map<String, Double> PER_SECOND = Map.of("STANDARD", STANDARD, "HIGH", 1_000.0);
    private static final Duration LOOK = Duration.ofSeconds(2);
    /** The pause after a failure, because the app's budget of calls is small. */
    private static final int LOOKS_SKIPPED = 30;

    private final Lines lines;
    private final Business business;
    /** Numbers with a configured rate. */
    private final Set<String> fixed;
    private final Map<String, String> known = new ConcurrentHashMap<>();
    private final Map<String, Integer> skipping = new ConcurrentHashMap<>();
    private final Recurring timer = new Recurring("throughput");

    ThroughputWatch(Lines lines, Business business, Settings settings) {
        this.lines = lines;
        this.business = business;
        this.fixed = settings.accounts().stream().filter(account -> account.messagesPerSecond() != null)
                .map(Account::phoneNumberId).collect(Collectors.toUnmodifiableSet());
    }

    /** The rate of a number until WhatsApp reports its throughput. */
    public static double atFirst(Account account) {
        return Objects.requireNonNullElse(account.messagesPerSecond(), STANDARD);
    }

    public void start() {
        timer.start(LOOK,
                () -> lines.awake().map(Line::number).filter(number -> !fixed.contains(number)).forEach(this::look));
    }

    private void look(String number) {
        if (skipping.merge(number, -1, Integer::sum) > 0) {
            return;
        }
        try {
            String told = told(number);
            if (!told.equals(known.get(number))) {
                ask(number);
                known.put(number, told);
            }
        } catch (StoreUnavailable away) {
            LOG.debug("{}: {}", number, away.getMessage());
        } catch (RefusedByWhatsApp | WhatsAppUnavailable unreadable) {
            skipping.put(number, LOOKS_SKIPPED);
            LOG.warn("the throughput of {} cannot be read; its rate stays at {} messages per second: {}", number,
                    lines.of(number).throttle().messages().ceiling(), unreadable.getMessage());
        } catch (RuntimeException | Error e) { // the other numbers are still checked
            skipping.put(number, LOOKS_SKIPPED);
            LOG.error("the throughput of {} cannot be read", number, e);
        }
    }

    /** Changes that name no number are stored with the first number. */
    private String told(String number) {
        Line first = lines.all().iterator().next();
        return ThroughputChanged.last(first.stores().inbox(), "").orElse("")
                + ThroughputChanged.last(lines.of(number).stores().inbox(), number).orElse("");
    }

    private void ask(String number) {
        Throughput throughput = business.of(number).numbers().info().throughput();
        String level = throughput == null ? "" : throughput.level();
        double perSecond = PER_SECOND.getOrDefault(level, STANDARD);
        lines.of(number).throttle().messages().limitTo(perSecond);
        LOG.info("{} may send {} messages per second: WhatsApp reports the throughput {}", number, perSecond,
                level.isEmpty() ? "nothing" : level);
    }

    @PreDestroy
    void close() {
        timer.close();
    }
}
