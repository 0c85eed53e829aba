package dev.tertulia.moderation.judge;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import dev.tertulia.fleet.Counter;
import dev.tertulia.moderation.rules.Condition;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.On;

/** Checks of how often something happened. */
final class CountChecks {

    private CountChecks() {}

    static Compiled flood(Condition.Flood flood, CounterNames names) {
        Function<Facts, Counter> counter = facts -> Counter.adding(names.of("message", flood.per(), facts),
                flood.within());
        return counting(flood, counter, "flood", flood.messages(), flood.within(), "messages");
    }

    static Compiled joinWave(Condition.JoinWave wave, CounterNames names) {
        Function<Facts, Counter> counter = facts -> Counter.adding(
                names.of(facts.subject().on() == On.JOIN ? "join" : "request", wave.per(), facts), wave.within());
        return counting(wave, counter, "join_wave", wave.requests(), wave.within(), "requests");
    }

    private static Compiled counting(Condition condition, Function<Facts, Counter> counter, String key, int least,
            Duration within, String things) {
        return Compiled.counting(condition, facts -> List.of(counter.apply(facts)), facts -> {
            long entries = facts.count(counter.apply(facts)).entries();
            return entries >= least ? found(key, entries, things, within) : Optional.empty();
        });
    }

    private static Optional<Evidence> found(String key, long count, String things, Duration within) {
        return Optional.of(Evidence.found(key, count + " " + things + " in " + Durations.show(within)));
    }

    static Compiled repeated(Condition.Repeated repeated, CounterNames names) {
        Need need = facts -> facts.fingerprint().isEmpty()
                ? List.of()
                : List.of(Counter.adding(
                        names.of("text/" + CounterNames.hash(facts.fingerprint()), repeated.per(), facts),
                        repeated.within()));
        return Compiled.counting(repeated, need, facts -> need.counters(facts).stream()
                .map(counter -> facts.count(counter).entries()).filter(entries -> entries >= repeated.times())
                .findFirst()
                .flatMap(entries -> found("repeated", entries, "times the same text", repeated.within())));
    }

    static Compiled reported(Condition.Reported reported, CounterNames names) {
        Need need = facts -> {
            String reporter = facts.subject().post().reporter();
            return reporter == null
                    ? List.of()
                    : List.of(new Counter(names.about("reports", facts.subject().post().id()), reported.within(),
                            CounterNames.hash(reporter)));
        };
        return Compiled.counting(reported, need, facts -> need.counters(facts).stream()
                .map(counter -> facts.count(counter).values().stream().distinct().count())
                .filter(people -> people >= reported.by()).findFirst()
                .flatMap(people -> found("reported", people, "members reported it", reported.within())));
    }
}
