package dev.tertulia.bots.guide;

import java.util.Comparator;
import java.util.stream.Collectors;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.OnAnswer;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.bot.States;
import dev.tertulia.message.Member;

@Bot
final class StandupBot {

    record Report(String name, String words) {}

    @OnCommand(value = "standup", help = "Collects what everybody does today.")
    Reply begin(Group group, States<Report> reports) {
        group.members().forEach(member -> reports.of(member).clear());
        return Reply.text("What do you do today? Everybody, please.").askingAnyone("today");
    }

    @OnAnswer(value = "today", within = "1h")
    Reply today(String words, Member member, Group group, States<Report> reports) {
        reports.of(member).set(new Report(member.name(), words));
        long missing = group.members().stream().filter(one -> !reports.all().containsKey(one.id())).count();
        return missing > 0
                ? Reply.text("Thanks, " + member.name() + ". " + missing + " to go.").askingAnyone("today")
                : Reply.text(reports.all().values().stream().sorted(Comparator.comparing(Report::name))
                        .map(report -> report.name() + ": " + report.words()).collect(Collectors.joining("\n")));
    }
}
