package dev.tertulia.groups;

import java.time.Instant;

import dev.tertulia.business.GroupInfo;
import dev.tertulia.message.GroupFacts;
import dev.tertulia.message.GroupFacts.Profile;
import dev.tertulia.message.GroupFacts.Times;

/** Merges WhatsApp's answer into the facts; what the answer omits is kept. */
final class Reconciler {

    private Reconciler() {}

    static GroupFacts of(GroupFacts facts, GroupInfo info, Instant now) {
        Profile before = facts.profile();
        Profile profile = new Profile(info.subject() == null ? before.subject() : info.subject(), info.description(),
                before.inviteLink(),
                info.joinApprovalMode() == null
                        ? before.approvalRequired()
                        : Boolean.valueOf(info.joinApprovalMode().equals("approval_required")),
                Boolean.TRUE.equals(info.suspended()));
        Times times = facts.times();
        Instant created = info.creationTimestamp() == null ? times.created() : info.creationTimestamp();
        GroupFacts repaired = facts.with(profile).with(
                new Times(created, times.deleted(), times.lastActivity(), times.windowUntil(), now));
        if (info.participants().isEmpty() && !Integer.valueOf(0).equals(info.totalParticipantCount())) {
            return repaired; // WhatsApp did not say who is in it
        }
        MemberList people = new MemberList(repaired);
        info.participants().forEach(member -> people.listed(member, now));
        if (isComplete(info)) {
            people.keepOnly(info.participants(), now);
        }
        return people.facts();
    }

    /** Whether all participants could be read, so that whoever is not among them has left. */
    private static boolean isComplete(GroupInfo info) {
        Integer total = info.totalParticipantCount();
        return total == null || total <= info.participants().size();
    }
}
