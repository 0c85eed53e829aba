package dev.tertulia.graph;

import java.net.ConnectException;

/** Says that a request was not even tried, because its host is away. */
final class HostUnavailable extends ConnectException {

    private static final long serialVersionUID = 1;

    HostUnavailable(String host) {
        super(host + " is away; one request at a time finds out when it is back");
    }
}
