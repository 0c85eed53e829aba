package dev.tertulia.server.doctor;

import java.time.Duration;
import java.util.List;

import dev.tertulia.server.settings.Account;

/**
 * This machine's clock agrees with WhatsApp's, by which windows are reckoned.
 *
 * @param margin how long before its end a window counts as shut
 */
record ClockCheck(Account account, GraphHead head, Duration margin) implements Check {

    private static final Duration NOTICEABLE = Duration.ofSeconds(10);
    private static final String SYNCHRONISE = "run NTP on this machine and on those of all replicas";

    @Override
    public String name() {
        return "clock";
    }

    @Override
    public String number() {
        return account.phoneNumberId();
    }

    @Override
    public List<Finding> findings() {
        return List.of(head.ahead().map(this::finding).orElseGet(
                () -> Finding.skipped(this, "the answer of the Graph API has no date", null)));
    }

    private Finding finding(Duration ahead) {
        String difference = "the clock of this machine is %d seconds %s WhatsApp's".formatted(ahead.abs().toSeconds(),
                ahead.isNegative() ? "behind" : "ahead of");
        if (ahead.abs().compareTo(margin.compareTo(NOTICEABLE) > 0 ? margin : NOTICEABLE) >= 0) {
            return Finding.problem(this, difference + ", more than TERTULIA_WINDOW_MARGIN makes up for", SYNCHRONISE);
        }
        return ahead.abs().compareTo(NOTICEABLE) >= 0
                ? Finding.warning(this, difference, SYNCHRONISE)
                : Finding.ok(this, "the clock of this machine agrees with WhatsApp's");
    }
}
