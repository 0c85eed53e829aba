package dev.tertulia.handler;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import dev.tertulia.message.Ids;
import dev.tertulia.message.IncomingMessage;
import dev.tertulia.message.Member;
import dev.tertulia.phrases.Phrase;
import dev.tertulia.turn.SharedTurn;

/** The people whom a message mentions or quotes. */
final class MemberReferences {

    private MemberReferences() {}

    /** The members whom the message mentions, in the order of the members. */
    static List<Member> mentioned(SharedTurn turn) {
        return mentionedIn(((IncomingMessage) turn.event()).text(), turn);
    }

    private static List<Member> mentionedIn(String text, SharedTurn turn) {
        return text.indexOf('@') < 0 && text.indexOf('\uFF20') < 0 && text.indexOf('\uFE6B') < 0
                ? List.of()
                : turn.facts().members().stream().map(person -> person.member())
                        .filter(member -> isMentioned(member, text)).map(member -> turn.marked(member)).toList();
    }

    private static boolean isMentioned(Member member, String text) {
        List<String> names = Stream.of(member.profileName(), member.username(), member.userId())
                .filter(name -> name != null && !name.isBlank()).toList();
        return Mentions.any(text, member.phone() == null ? "" : Ids.digits(member.phone()), Mentions.keys(names));
    }

    /** The author of the quoted message. */
    static Optional<Member> quoted(SharedTurn turn) {
        return Optional.ofNullable(((IncomingMessage) turn.event()).quoted())
                .flatMap(quote -> Optional.ofNullable(quote.author()))
                .flatMap(author -> turn.facts().find(author).or(() -> Member.find(author)))
                .map(member -> turn.marked(member));
    }

    /**
     * The member whom a word of a command names: a mention, a phone number or a user id.
     *
     * @throws CommandUsageException if it is no member of the group
     */
    static Member named(SharedTurn turn, String word) {
        String mention = word.startsWith("@") ? word : "@" + word;
        return mentionedIn(mention, turn).stream().findFirst()
                .or(() -> turn.facts().find(word).map(member -> turn.marked(member)))
                .orElseThrow(() -> new CommandUsageException(Phrase.of("usage.nobody", WordConverter.echo(word))));
    }
}
