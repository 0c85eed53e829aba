package dev.tertulia.moderation.bot;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.bot.Turn;
import dev.tertulia.message.Content;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.message.Member;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.cases.Who;
import dev.tertulia.moderation.judge.Author;
import dev.tertulia.moderation.judge.Post;
import dev.tertulia.moderation.judge.Subject;
import dev.tertulia.moderation.rules.MessageType;
import dev.tertulia.moderation.rules.On;
import dev.tertulia.moderation.rules.StaffSettings;

/** What rules judge, made from the event of a turn. Only what a version of the rules needs is looked up. */
final class Subjects {

    private final Turn turn;
    private final RuleVersion rules;
    private final Trail trail;

    Subjects(Turn turn, RuleVersion rules, Trail trail) {
        this.turn = turn;
        this.rules = rules;
        this.trail = trail;
    }

    Subject message(GroupMessage message) {
        Content content = message.content();
        return subject(On.MESSAGE, message.sender(), since(message.sender()), new Post(message.id(), type(content),
                content.text(), forwarding(message), null));
    }

    private static Post.Forwarding forwarding(GroupMessage message) {
        if (message.forwardedOften()) {
            return Post.Forwarding.OFTEN;
        }
        return message.forwarded() ? Post.Forwarding.FORWARDED : Post.Forwarding.NOT;
    }

    Subject joinRequest(Member person) {
        return subject(On.JOIN_REQUEST, person, null, Post.NONE);
    }

    Subject join(Member person) {
        return subject(On.JOIN, person, turn.event().at(), Post.NONE);
    }

    Subject report(Member author, String messageId, String text, Member reporter) {
        return subject(On.REPORT, author, since(author),
                new Post(messageId, MessageType.TEXT, text, Post.Forwarding.NOT, reporter.id()));
    }

    private Subject subject(On on, Member person, @Nullable Instant since, Post post) {
        StaffSettings staff = rules.rules().settings().staff();
        Author author = new Author(person.id(), person.name(), person.phone(), Alerts.isStaff(person, staff), since,
                policy -> trail.strikes(Who.of(person), policy.name(), Deeds.decay(policy), turn.event().at()));
        return new Subject(on, turn.event().origin(), labels(), author, post);
    }

    Set<String> labels() {
        return rules.needs().labels() ? turn.group().labels() : Set.of();
    }

    private @Nullable Instant since(Member person) {
        if (!rules.needs().memberSince()) {
            return null;
        }
        Optional<GroupFacts.Person> known = turn.group().facts().person(person);
        return known.map(GroupFacts.Person::since).orElse(null);
    }

    private static MessageType type(Content content) {
        return switch (content) {
            case Content.Text text -> MessageType.TEXT;
            case Content.Media media -> switch (media.kind()) {
                case IMAGE -> MessageType.IMAGE;
                case VIDEO -> MessageType.VIDEO;
                case AUDIO -> media.voice() ? MessageType.VOICE : MessageType.AUDIO;
                case DOCUMENT -> MessageType.DOCUMENT;
                case STICKER -> MessageType.STICKER;
            };
            case Content.Location location -> MessageType.LOCATION;
            case Content.Contacts contacts -> MessageType.CONTACTS;
            default -> MessageType.OTHER;
        };
    }
}
