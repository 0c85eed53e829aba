package dev.tertulia.broadcast;

import java.util.Collection;
import java.util.List;
import java.util.regex.Pattern;

import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Question;
import dev.tertulia.message.Ids;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.Origin;

/**
 * One notice to many groups. Its tag, if it has one, is the same for all bots: their {@code @OnQuote},
 * {@code @OnReaction}, {@code @OnStatus} and {@code @OnSendFailed} methods of this tag handle events about it in each
 * group. It can be pinned, and ask a question that anyone in a group may answer, which a bot with an {@code @OnAnswer}
 * method of this name handles.
 *
 * @param name the identity of the broadcast: it is not sent again if it is started again under the same name
 */
public record Broadcast(String name, Notice notice, Audience audience) {

    /** The maximum number of groups of a broadcast. */
    public static final int MOST_GROUPS = 100_000;

    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9_.-]{0,63}");

    public Broadcast {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidArgument("'", name, "' cannot name a broadcast; write 1 to 64 lower-case"
                    + " letters, digits, dots, hyphens and underscores, such as \"digest-2026-03-02\"");
        }
        if (notice.quotes() != null) {
            throw new InvalidArgument("broadcast '" + name + "' quotes a message, which only one of the groups"
                    + " has; leave quoting(…) out");
        }
        Question question = notice.followUp().question();
        if (question != null && !question.anyone()) {
            throw new InvalidArgument("broadcast '" + name + "' asks one person with asking(\"" + question.name()
                    + "\"), and goes to groups; write askingAnyone(\"" + question.name() + "\")");
        }
    }

    /** The recipients of a broadcast. */
    public sealed interface Audience {

        /** These groups, each once. */
        record Groups(List<String> ids) implements Audience {
            public Groups {
                ids = ids.stream().distinct().toList();
                for (String id : ids) {
                    if (!Ids.isPlain(id) || !Origin.isGroup(id)) {
                        throw new InvalidArgument("'", id, "' is no group to broadcast to");
                    }
                }
            }
        }

        /** The groups that have a label when the broadcast starts. */
        record Label(String name) implements Audience {}
    }

    /** A broadcast to groups by their ids. */
    public static Broadcast toGroups(String name, Notice notice, Collection<String> groups) {
        return new Broadcast(name, notice, new Audience.Groups(List.copyOf(groups)));
    }

    /** A broadcast to the groups that have a label when it starts. */
    public static Broadcast toLabel(String name, Notice notice, String label) {
        return new Broadcast(name, notice, new Audience.Label(label));
    }
}
