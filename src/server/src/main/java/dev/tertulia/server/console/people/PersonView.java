package dev.tertulia.server.console.people;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.moderation.CaseView;

/**
 * A person over all groups of a phone number.
 *
 * @param id            what data is keyed on
 * @param names         the names that the person had
 * @param ids           user ids and phone numbers
 * @param groups        the groups that the person is or was in
 * @param strikes       the strikes now, by policy
 * @param cases         the latest cases
 * @param appeals       how many of these the person has appealed against
 * @param privateWindow when the window of the private chat shuts or has shut; {@code null} if the person has never written
 * @param open          whether it is open
 */
public record PersonView(String id, List<String> names, List<String> ids, List<Membership> groups,
        Map<String, Integer> strikes, List<CaseView> cases, long appeals, @Nullable Instant privateWindow,
        boolean open) {

    /**
     * A person in a group.
     *
     * @param state {@code member}, {@code former}, or {@code seen} if more is not known
     * @param since {@code null} if that is not known
     */
    public record Membership(String group, String name, String state, @Nullable Instant since) {}

    /** What to call the person. */
    public String name() {
        return names.isEmpty() ? id : names.getFirst();
    }
}
