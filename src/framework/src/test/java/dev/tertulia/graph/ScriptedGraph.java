package dev.tertulia.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.Action;
import dev.tertulia.action.Message;
import dev.tertulia.bot.Body;
import dev.tertulia.bot.Menu;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.operation.OperationAck;

/** A Graph API that answers what a test told it to, and takes everything on when it was told nothing. */
public final class ScriptedGraph implements Graph {

    private final List<Asked> asked = new ArrayList<>();
    private final Deque<Outcome> script = new ArrayDeque<>();
    private Optional<List<GroupSummary>> listed = Optional.of(List.of());
    private Optional<GroupInfo> info = Optional.empty();
    private int questions;
    private Runnable meanwhile = () -> {};

    /** A request. */
    public record Asked(String group, Action action, String callback) {

        /** What it says: the words of a message, the name of a template, else the operation. */
        public String what() {
            return switch (action) {
                case Message.FreeForm free when free.body() instanceof Body.Text text -> text.words();
                case Message.FreeForm free when free.body() instanceof Menu.Buttons buttons -> buttons.words() + " "
                        + buttons.buttons().stream().map(Menu.Button::title).toList();
                case Message.FreeForm free when free.body() instanceof Menu.Choices list -> list.words() + " "
                        + list.sections().stream().flatMap(section -> section.rows().stream()).map(Menu.Row::title)
                                .toList();
                case Message.TemplateMessage message -> "template " + message.template().name();
                default -> action.toString();
            };
        }
    }

    /** The answer to the next request that has none yet. */
    public ScriptedGraph then(Outcome outcome) {
        script.add(outcome);
        return this;
    }

    /** The next request is turned down with this code. */
    public ScriptedGraph thenRefuses(int httpStatus, int code) {
        return then(new Outcome.Refused(new GraphError(httpStatus, code, "error " + code)));
    }

    /** The next request is taken on under this name. */
    public ScriptedGraph thenAccepts(String requestId) {
        return then(new Outcome.Accepted(null, new OperationAck(requestId, null, List.of(), List.of())));
    }

    /** While the next request is on its way, this happens. */
    public ScriptedGraph meanwhile(Runnable happens) {
        meanwhile = happens;
        return this;
    }

    /** The list of groups from now on; nothing makes it unreadable. */
    public ScriptedGraph lists(GroupSummary @Nullable... groups) {
        listed = groups == null ? Optional.empty() : Optional.of(List.of(groups));
        return this;
    }

    /** The next request gets no answer in time. */
    public ScriptedGraph thenSaysNothing() {
        return then(new Outcome.Unclear("timed out"));
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        asked.add(new Asked(group, action, callback));
        Runnable happens = meanwhile;
        meanwhile = () -> {};
        happens.run();
        return script.isEmpty() ? new Outcome.Accepted("wamid.out" + asked.size()) : script.poll();
    }

    @Override
    public Optional<List<GroupSummary>> groups() {
        return listed;
    }

    /** The answer to questions about any group from now on. */
    public ScriptedGraph knows(GroupInfo group) {
        info = Optional.of(group);
        return this;
    }

    @Override
    public Optional<GroupInfo> info(String group) {
        questions++;
        return info;
    }

    /** How often somebody asked about a group. */
    public int questions() {
        return questions;
    }

    /** All requests, oldest first. */
    public List<Asked> asked() {
        return List.copyOf(asked);
    }

    /** What all requests say, oldest first. */
    public List<String> said() {
        return asked.stream().map(Asked::what).toList();
    }
}
