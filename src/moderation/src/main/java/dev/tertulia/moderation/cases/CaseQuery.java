package dev.tertulia.moderation.cases;

import org.jspecify.annotations.Nullable;

/**
 * A search for cases; what is {@code null} does not matter.
 *
 * @param person a name or a part of one, a phone number, or a user id
 * @param group  the id of a group
 * @param rule   policy and rule, such as {@code community/foreign-links}, or the rule alone
 * @param state  where the case stands
 * @param atMost how many cases are returned, the latest first
 */
public record CaseQuery(@Nullable String person, @Nullable String group, @Nullable String rule,
        @Nullable CaseState state, int atMost) {

    /** The latest cases. */
    public static CaseQuery latest(int atMost) {
        return new CaseQuery(null, null, null, null, atMost);
    }

    /** The cases of a person. */
    public CaseQuery of(String somebody) {
        return new CaseQuery(somebody, group, rule, state, atMost);
    }

    /** The cases in a state. */
    public CaseQuery in(CaseState wanted) {
        return new CaseQuery(person, group, rule, wanted, atMost);
    }

    /** The cases of a rule. */
    public CaseQuery hitBy(String name) {
        return new CaseQuery(person, group, name, state, atMost);
    }

    /** The cases of a group. */
    public CaseQuery inGroup(String id) {
        return new CaseQuery(person, id, rule, state, atMost);
    }
}
