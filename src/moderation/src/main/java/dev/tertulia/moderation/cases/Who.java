package dev.tertulia.moderation.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.message.Member;

/**
 * A person in the trail.
 *
 * @param id         {@link Member#id()}
 * @param name       what the person was called then
 * @param identities the user id and the phone number, as far as they were known
 */
public record Who(String id, String name, List<String> identities) {

    /** What is missing is empty. */
    public Who(String id, @Nullable String name, @Nullable List<String> identities) {
        this.id = id;
        this.name = name == null ? "" : name;
        this.identities = identities == null ? List.of() : List.copyOf(identities);
    }

    /** A member as the trail records it. */
    public static Who of(Member member) {
        return new Who(member.id(), member.name(), member.identities().toList());
    }

    /** The member, to act on. */
    public Member member() {
        List<Member> known = identities.stream().map(Member::of).toList();
        String userId = known.stream().map(Member::userId).filter(one -> one != null).findFirst().orElse(null);
        String phone = known.stream().map(Member::phone).filter(one -> one != null).findFirst().orElse(null);
        return userId == null && phone == null ? Member.of(id) : new Member(userId, phone, name, null, id);
    }
}
