package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.message.InvalidArgument;

/** The Graph API as requests and answers on the wire. */
public final class GraphClient implements Graph {

    private static final int PAGE = 500;
    /** What WhatsApp itself says of an id that it cannot make out. */
    private static final int INVALID_PARAMETER = 100;

    private final GraphSettings settings;
    private final GraphHttp caller;

    public GraphClient(GraphSettings settings, Transport transport, ObjectMapper json) {
        this.settings = settings;
        this.caller = new GraphHttp(settings, transport, json);
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        try {
            GraphHttp.Heard heard = caller.ask(GraphRequest.of(settings, group, action, callback));
            return outcome(action, heard);
        } catch (HostUnavailable away) {
            return new Outcome.NotSent(String.valueOf(away.getMessage()), false);
        } catch (InvalidArgument never) {
            return new Outcome.Refused(new GraphError(0, INVALID_PARAMETER, String.valueOf(never.getMessage())));
        } catch (ConnectException notSent) {
            return new Outcome.NotSent(String.valueOf(notSent.getMessage()));
        } catch (IOException unclear) {
            return new Outcome.Unclear(String.valueOf(unclear.getMessage()));
        }
    }

    @Override
    public Optional<List<ListedGroup>> groups() {
        try {
            return Optional.of(
                    new GraphGroups(caller, settings.number()).list(PAGE).map(GraphClient::listed).toList());
        } catch (RefusedByWhatsApp | WhatsAppUnavailable unreadable) {
            return Optional.empty();
        }
    }

    private static ListedGroup listed(GroupSummary group) {
        return new ListedGroup(group.id(), Objects.requireNonNullElse(group.subject(), ""),
                Objects.requireNonNullElse(group.creationTimestamp(), Instant.EPOCH));
    }

    @Override
    public Optional<GroupInfo> info(String group) {
        try {
            return Optional.of(new GraphGroups(caller, settings.number()).info(group));
        } catch (RefusedByWhatsApp | WhatsAppUnavailable | InvalidArgument unreadable) {
            return Optional.empty();
        }
    }

    /** Only what says so was taken on: a page of a proxy, half an answer or none at all leave it open. */
    private static Outcome outcome(Action action, GraphHttp.Heard heard) {
        if (heard.refused()) {
            return new Outcome.Refused(heard.error());
        }
        return heard.readable() && Acknowledgement.of(action, heard.body())
                ? accepted(heard.body())
                : new Outcome.Unclear(heard.unreadable());
    }

    private static Outcome accepted(JsonNode body) {
        JsonNode id = body.at("/messages/0/id");
        return new Outcome.Accepted(id.isTextual() ? id.asText() : null, OperationAckReader.read(body));
    }
}
