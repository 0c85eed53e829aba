package dev.tertulia.graph;

import com.fasterxml.jackson.databind.ObjectMapper;

import dev.tertulia.graph.business.GraphBusiness;
import dev.tertulia.graph.http.Transport;

/** Clients of the Graph API over transports of tests. */
public final class Clients {

    private Clients() {}

    public static GraphClient of(GraphSettings settings, Transport transport, ObjectMapper json) {
        return new GraphClient(settings, transport, json, GraphBusiness.directory(settings, transport, json));
    }
}
