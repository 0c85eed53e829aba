package dev.tertulia.bots;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Characters;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.OnQuote;
import dev.tertulia.bot.OnReaction;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.Reaction;

/**
 * Plans events: {@code /event picnic} asks for the day, the time and the place, and pins the invitation. People answer with a
 * reaction (👍 or 👎) or by quoting it with "yes" or "no", and {@code /event list} shows the answers.
 */
@Bot(example = true)
final class EventBot {

    private static final Duration PINNED = Duration.ofDays(7);
    /** Keeps an invitation within the length of a message. */
    private static final int LONGEST_WORDS = 500;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu-MM-dd");

    /** A planned event; {@code coming} contains the answers by member. */
    record Event(@Nullable String title, @Nullable LocalDate day, @Nullable LocalTime time, @Nullable String place,
            Map<String, Rsvp> coming) {

        Event {
            coming = coming == null ? Map.of() : Map.copyOf(coming);
        }

        Event with(Member member, boolean comes) {
            Map<String, Rsvp> next = new TreeMap<>(coming);
            next.put(member.id(), new Rsvp(member.name(), comes));
            return new Event(title, day, time, place, next);
        }

        String names(boolean comes) {
            List<String> names = coming.values().stream().filter(rsvp -> rsvp.comes() == comes).map(Rsvp::name).sorted()
                    .toList();
            return names.isEmpty() ? "nobody" : String.join(", ", names);
        }

        /** Whether an invitation is that of this event, and not of an earlier one. */
        boolean isThat(String invitation) {
            return place != null && what().equals(invitation);
        }

        String what() {
            return title + " on " + DAY.format(day) + " at " + time + ", " + place;
        }
    }

    record Rsvp(String name, boolean comes) {}

    @OnCommand(value = "event list", help = "Shows who comes to the event.")
    String list(State<Event> event) {
        return event.get().place() == null
                ? "Nothing is planned. Write /event and what it is."
                : event.get().what() + "\nComing: " + event.get().names(true) + "\nNot coming: "
                        + event.get().names(false);
    }

    @OnCommand(value = "event {title...}", aliases = "meet", help = "Plans an event and invites everybody.")
    Reply plan(String title, State<Event> event) {
        event.set(new Event(Characters.cut(title, LONGEST_WORDS), null, null, null, Map.of()));
        return Reply.text("On which day? Write it like 2026-05-31.").asking("day");
    }

    @OnAnswer("day")
    Reply day(LocalDate day, State<Event> event) {
        event.update(before -> new Event(before.title(), day, null, null, Map.of()));
        return Reply.text("At what time? Write it like 18:30.").asking("time");
    }

    @OnAnswer("time")
    Reply time(LocalTime time, State<Event> event) {
        event.update(before -> new Event(before.title(), before.day(), time, null, Map.of()));
        return Reply.text("Where?").asking("place");
    }

    @OnAnswer("place")
    Reply place(String place, State<Event> event) {
        event.update(before -> new Event(before.title(), before.day(), before.time(),
                Characters.cut(place, LONGEST_WORDS), Map.of()));
        return Reply.text(event.get().what() + "\nReact with 👍 or 👎, or quote this with yes or no.")
                .tagged("invitation", event.get().what()).pinned(PINNED);
    }

    @OnAnswerMissing({"day", "time", "place"})
    Notice forget(Member asked, State<Event> event) {
        event.clear();
        return Reply.text(asked.name() + ", I forget the event. Write /event to begin again.").orDrop();
    }

    @OnReaction(to = "invitation")
    @Nullable
    Notice react(Reaction reaction, String invitation, Member member, State<Event> event) {
        if (reaction.emoji() == null || !event.get().isThat(invitation)) {
            return null;
        }
        return switch (reaction.emoji()) {
            case "👍" -> answer(member, true, event).orDrop();
            case "👎" -> answer(member, false, event).orDrop();
            default -> null;
        };
    }

    @OnQuote("invitation")
    @Nullable
    Reply quote(GroupMessage message, String invitation, Member member, State<Event> event) {
        if (!event.get().isThat(invitation)) {
            return null;
        }
        return switch (message.text().strip().toLowerCase(Locale.ROOT)) {
            case "yes", "sim", "sí", "si" -> answer(member, true, event);
            case "no", "não", "nao" -> answer(member, false, event);
            default -> null;
        };
    }

    private static Reply answer(Member member, boolean comes, State<Event> event) {
        event.update(before -> before.with(member, comes));
        return Reply.text(member.name() + (comes ? " comes" : " does not come") + ". Coming: "
                + event.get().names(true));
    }

    @OnCommand(value = "event cancel", help = "Cancels the event.")
    String cancel(Group group, State<Event> event) {
        event.clear();
        return "The event is cancelled.";
    }
}
