package dev.tertulia.graph.http;

import java.net.ConnectException;

/** Thrown when a request is not sent because its host is considered unavailable. */
public final class HostUnavailable extends ConnectException {

    private static final long serialVersionUID = 1;

    /** Names the host. */
    public HostUnavailable(String host) {
        super(host + " is unavailable; one request at a time checks whether it is back");
    }
}
