package dev.tertulia.store;

import java.util.Set;

/** The labels that bots put on the groups of one phone number. Every method is one atomic step. */
public interface Labels {

    /** Puts a label on or takes it off, without any turn. */
    void change(LabelChange change);

    /** What a group bears. */
    Set<String> of(String group);

    /** The groups that bear a label. */
    Set<String> groups(String label);
}
