package dev.tertulia.moderation.bot;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.tertulia.bot.Turn;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.message.Quote;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.EntryKind;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.judge.Subject;

/** The reports of members: they quote a message and write {@code !report}. They lead to staff, and never to a removal. */
final class Reports {

    private static final Pattern REPORT = Pattern.compile("[!/](report|denunciar)\\b.*", Pattern.DOTALL);

    private final Turn turn;
    private final Moderator moderator;

    Reports(Turn turn, Moderator moderator) {
        this.turn = turn;
        this.moderator = moderator;
    }

    static boolean isReport(GroupMessage message) {
        return REPORT.matcher(message.text().strip().toLowerCase(Locale.ROOT)).matches();
    }

    /** Takes a report; returns whether it quotes a message of another member. */
    boolean take(GroupMessage message) {
        Optional<Member> author = author(message);
        if (author.isEmpty() || author.get().id().equals(message.sender().id())) {
            return false;
        }
        Quote quote = message.quoted();
        report(message, author.get(), quote == null ? "" : quote.messageId());
        return true;
    }

    private Optional<Member> author(GroupMessage message) {
        Quote quote = message.quoted();
        if (quote == null || quote.author() == null || quote.author().equals(message.origin().displayNumber())) {
            return Optional.empty();
        }
        return turn.group().member(quote.author()).or(() -> Member.find(quote.author()));
    }

    private void report(GroupMessage message, Member author, String messageId) {
        Subject subject = moderator.subjects().report(author, messageId, moderator.textOf(messageId),
                message.sender());
        Optional<Case> hit = moderator.judge(subject, author,
                new Judged.Circumstances(null, false, message.sender()));
        if (hit.filter(Reports::isEnforced).isEmpty()) {
            queue(message, subject, author, messageId);
        }
        turn.group().markRead(message.id());
    }

    /** Rules in shadow take no report away from staff. */
    private static boolean isEnforced(Case one) {
        return one.findings().stream().anyMatch(finding -> finding.mode().equals("enforce"));
    }

    private void queue(GroupMessage message, Subject subject, Member author, String messageId) {
        Trail trail = moderator.trail();
        String key = "report " + messageId;
        Case one = moderator.queue(key, subject, author, message.sender());
        if (one.entries().getFirst().isOf(turn.key())) {
            moderator.act(one);
        } else {
            trail.record(one.number(), EntryKind.REPORTED, message.sender().id(), message.at(),
                    Trail.Note.by(Who.of(message.sender())), known -> true);
        }
    }
}
