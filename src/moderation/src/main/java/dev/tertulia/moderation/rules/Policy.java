package dev.tertulia.moderation.rules;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Rules that are in force in certain groups.
 *
 * @param name    different from those of the other policies
 * @param strikes {@code null} if strikes are counted and have no consequences
 * @param budget  {@code null} if the costs are not limited
 */
public record Policy(String name, Groups groups, @Nullable Strikes strikes, @Nullable Budget budget, List<Rule> rules) {

    public Policy {
        rules = List.copyOf(rules);
    }

    /** The groups in which a policy is in force. */
    public sealed interface Groups {

        /** Whether a group with an id and labels is one of them. */
        boolean include(String id, Set<String> labels);

        /** All groups. */
        record Every() implements Groups {
            @Override
            public boolean include(String id, Set<String> labels) {
                return true;
            }
        }

        /** The groups that bear a label. */
        record Labelled(String label) implements Groups {
            @Override
            public boolean include(String id, Set<String> labels) {
                return labels.contains(label);
            }
        }

        /** Certain groups. */
        record Listed(Set<String> ids) implements Groups {
            public Listed {
                ids = Set.copyOf(ids);
            }

            @Override
            public boolean include(String id, Set<String> labels) {
                return ids.contains(id);
            }
        }
    }
}
