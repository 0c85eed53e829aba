package dev.tertulia.bots.guide;

import java.time.LocalDate;
import java.time.LocalTime;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnAnswerMissing;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.PerMember;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.State;
import dev.tertulia.message.Member;

@Bot
final class BookingBot {

    record Booking(LocalDate day, LocalTime time) {}

    @OnCommand("book")
    Reply book() {
        return Reply.text("Which day?").asking("day");
    }

    @OnAnswer("day")
    Reply day(LocalDate day, @PerMember State<Booking> booking) {
        booking.set(new Booking(day, null));
        return Reply.text("What time?").asking("time");
    }

    @OnAnswer("time")
    Reply time(LocalTime time, @PerMember State<Booking> booking) {
        booking.update(before -> new Booking(before.day(), time));
        return Reply.text("Your name?").asking("name");
    }

    @OnAnswer("name")
    String name(String name, @PerMember State<Booking> booking) {
        return "Booked %s %s for %s".formatted(booking.get().day(), booking.get().time(), name);
    }

    @OnAnswerMissing("day")
    Notice tooLate(Member asked) {
        return Reply.text(asked.name() + ", write /book when you are ready.").orDrop();
    }
}
