package dev.tertulia.bots.guide;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import jakarta.inject.Singleton;

import dev.tertulia.bot.HandlerParameter;
import dev.tertulia.bot.ParameterType;
import dev.tertulia.bot.TriggerType;
import dev.tertulia.bot.Turn;
import dev.tertulia.message.Event;

final class OwnKinds {

    private OwnKinds() {}

    /** The time of day at which an event happened. */
    record Hour(int value) {}

    @Singleton
    static final class Hours implements ParameterType {

        @Override
        public Optional<Function<Turn, Object>> of(HandlerParameter parameter) {
            return parameter.type() == Hour.class
                    ? Optional.of(turn -> new Hour(turn.event().at().atZone(ZoneOffset.UTC).getHour()))
                    : Optional.empty();
        }
    }

    @Singleton
    static final class Weekdays implements TriggerType<Weekday> {

        @Override
        public Class<Weekday> annotation() {
            return Weekday.class;
        }

        @Override
        public Optional<Map<String, String>> match(Weekday annotation, Event event) {
            return event.at().atZone(ZoneOffset.UTC).getDayOfWeek() == annotation.value()
                    ? Optional.of(Map.of())
                    : Optional.empty();
        }
    }
}
