package dev.tertulia.moderation.judge;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.Policy;
import dev.tertulia.moderation.text.PhoneNumbers;

/** Checks of the person and of the time. */
final class PersonChecks {

    /** The digits of a phone number that a case shows. */
    private static final int SHOWN = 4;

    private PersonChecks() {}

    static Compiled staff(Condition.Staff staff) {
        return Compiler.plain(staff, facts -> facts.subject().author().staff()
                ? Optional.of(Evidence.found("staff", facts.subject().author().name()))
                : Optional.empty());
    }

    static Compiled newcomer(Condition.Newcomer newcomer) {
        return Compiler.plain(newcomer, facts -> membership(facts)
                .filter(since -> since.compareTo(newcomer.within()) < 0)
                .map(since -> Evidence.found("newcomer", "a member for " + Durations.show(since))));
    }

    static Compiled memberFor(Condition.MemberFor memberFor) {
        return Compiler.plain(memberFor, facts -> membership(facts)
                .filter(since -> since.compareTo(memberFor.atLeast()) >= 0)
                .map(since -> Evidence.found("member_for", "a member for " + Durations.show(since))));
    }

    /** Who joins is a member from then on. */
    private static Optional<Duration> membership(Facts facts) {
        if (facts.subject().on() == On.JOIN) {
            return Optional.of(Duration.ZERO);
        }
        Instant since = facts.subject().author().memberSince();
        Instant at = facts.subject().origin().at();
        if (since == null) {
            return Optional.empty();
        }
        return Optional.of(since.isAfter(at) ? Duration.ZERO : Duration.between(since, at));
    }

    static Compiled hours(Condition.Hours hours) {
        return Compiler.plain(hours, facts -> {
            LocalTime time = facts.subject().origin().at().atZone(hours.zone()).toLocalTime();
            return isWithin(time, hours.from(), hours.to())
                    ? Optional.of(Evidence.found("hours", time.withSecond(0).withNano(0) + " " + hours.zone()))
                    : Optional.empty();
        });
    }

    private static boolean isWithin(LocalTime time, LocalTime from, LocalTime to) {
        return from.isBefore(to)
                ? !time.isBefore(from) && time.isBefore(to)
                : !time.isBefore(from) || time.isBefore(to);
    }

    static Compiled strikes(Condition.StrikeCount strikes, Policy policy) {
        return Compiler.plain(strikes, facts -> {
            int count = facts.subject().author().strikes().in(policy);
            return count >= strikes.atLeast()
                    ? Optional.of(Evidence.found("strikes", count + " strikes"))
                    : Optional.empty();
        });
    }

    static Compiled country(Condition.Country country) {
        return Compiler.plain(country, facts -> {
            String phone = facts.subject().author().phone();
            boolean holds = phone != null && (country.in().isEmpty() || isIn(country.in(), phone))
                    && !isIn(country.notIn(), phone);
            return holds
                    ? Optional.of(Evidence.found("country",
                            "+" + phone.substring(0, Math.min(SHOWN, phone.length())) + "… " + region(phone)))
                    : Optional.empty();
        });
    }

    private static boolean isIn(Set<String> countries, @Nullable String phone) {
        return phone != null && countries.stream().anyMatch(country -> Character.isDigit(country.charAt(0))
                ? phone.startsWith(country)
                : country.equals(region(phone)));
    }

    private static String region(String phone) {
        return PhoneNumbers.region("+" + phone);
    }
}
