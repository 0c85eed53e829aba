package dev.tertulia.server.console.events;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tertulia.store.JournalEntry;

/**
 * What was reported of a message for one member.
 *
 * @param member the end of the phone number or user id; empty for the whole group
 * @param at     when each state was reported
 * @param code   the code of the error if it failed; empty if it did not
 */
public record MemberStatus(String member, Map<String, Instant> at, String code) {

    /** The states of a message in their order. */
    public static final List<String> STATES = List.of("sent", "delivered", "read", "played", "failed");

    /** From steps whose details are such as {@code delivered …5678, failed …1234 131026}. */
    static List<MemberStatus> of(List<JournalEntry> steps) {
        Map<String, Map<String, Instant>> byMember = new LinkedHashMap<>();
        Map<String, String> codes = new HashMap<>();
        for (JournalEntry step : steps) {
            for (String status : step.detail().split(", ")) {
                String[] words = status.split(" ");
                boolean ofMember = words.length > 1 && words[1].startsWith("…");
                String member = ofMember ? words[1] : "";
                byMember.computeIfAbsent(member, first -> new HashMap<>()).putIfAbsent(words[0], step.at());
                if (words.length > (ofMember ? 2 : 1)) {
                    codes.put(member, words[words.length - 1]);
                }
            }
        }
        List<MemberStatus> all = new ArrayList<>();
        byMember.forEach((member, at) -> all.add(new MemberStatus(member, at, codes.getOrDefault(member, ""))));
        return all;
    }
}
