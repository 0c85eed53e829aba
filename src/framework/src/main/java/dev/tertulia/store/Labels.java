package dev.tertulia.store;

import java.util.Set;

/** The labels that bots put on the groups of one phone number. Every method is one atomic step. */
public interface Labels {

    /** Adds or removes a label outside of a turn. */
    void change(LabelChange change);

    /** The labels of a group. */
    Set<String> of(String group);

    /** The groups with a label. */
    Set<String> groups(String label);

    /** The labels that groups have. */
    Set<String> all();
}
