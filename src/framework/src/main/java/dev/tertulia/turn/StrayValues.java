package dev.tertulia.turn;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Warns of stored values that no bot keeps any more: a record or bot was renamed, or a bot is gone. Once for each name. */
final class StrayValues {

    private static final Logger LOG = LoggerFactory.getLogger(StrayValues.class);
    private static final String OWN = "tertulia.";

    private final Set<String> known;
    private final Set<String> told = ConcurrentHashMap.newKeySet();

    StrayValues(Set<String> known) {
        this.known = known;
    }

    void look(TurnStates states, String conversation) {
        states.names().filter(name -> !name.startsWith(OWN) && !known.contains(name) && told.add(name))
                .forEach(name -> LOG.warn("{} has something stored as {}, which no bot keeps; if a record or bot was"
                        + " renamed, write its former name with @Stored above it", conversation, name));
    }
}
