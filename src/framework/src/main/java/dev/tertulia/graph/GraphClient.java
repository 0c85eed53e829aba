package dev.tertulia.graph;

import java.io.IOException;
import java.net.ConnectException;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.action.Action;
import dev.tertulia.business.GroupDirectory;
import dev.tertulia.business.GroupInfo;
import dev.tertulia.business.GroupSummary;
import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.graph.http.HostUnavailable;
import dev.tertulia.graph.http.Transport;
import dev.tertulia.message.InvalidArgument;

/** The Graph API over a transport. */
public final class GraphClient implements Graph {

    private static final int PAGE = 500;
    /** WhatsApp's own error for an id that it does not understand. */
    private static final int INVALID_PARAMETER = 100;

    private final GraphSettings settings;
    private final GraphHttp http;
    private final GroupDirectory directory;

    /**
     * Creates a client of one phone number.
     *
     * @param directory answers the questions about groups
     */
    public GraphClient(GraphSettings settings, Transport transport, ObjectMapper json, GroupDirectory directory) {
        this.settings = settings;
        this.http = new GraphHttp(settings, transport, json);
        this.directory = directory;
    }

    @Override
    public Outcome execute(String group, Action action, String callback) {
        try {
            GraphHttp.Response response = http.ask(GraphRequest.of(settings, group, action, callback));
            return outcome(action, response);
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
    public Optional<List<GroupSummary>> groups() {
        try {
            return Optional.of(directory.list(PAGE).toList());
        } catch (RefusedByWhatsApp | WhatsAppUnavailable unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public Optional<GroupInfo> info(String group) {
        try {
            return Optional.of(directory.info(group));
        } catch (RefusedByWhatsApp | WhatsAppUnavailable | InvalidArgument unreadable) {
            return Optional.empty();
        }
    }

    /**
     * Only an explicit acknowledgement counts as accepted. A page of a proxy or an incomplete answer leaves the outcome
     * unclear.
     */
    private static Outcome outcome(Action action, GraphHttp.Response response) {
        if (response.refused()) {
            return new Outcome.Refused(response.error());
        }
        return response.readable() && Acknowledgement.of(action, response.body())
                ? accepted(response.body())
                : new Outcome.Unclear(response.unreadable());
    }

    private static Outcome accepted(JsonNode body) {
        JsonNode id = body.at("/messages/0/id");
        return new Outcome.Accepted(id.isTextual() ? id.asText() : null, OperationAckReader.read(body));
    }
}
