package dev.tertulia.moderation.judge;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import dev.tertulia.moderation.rules.Per;
import dev.tertulia.moderation.rules.Policy;

/** The names of a policy's counters. Conditions that count the same events share a counter. */
final class CounterNames {

    private static final int LONGEST_ID = 100;
    private static final int SHORT = 12;

    private final Policy policy;
    private final String prefix;

    CounterNames(Policy policy) {
        this.policy = policy;
        this.prefix = "moderation/" + hash(policy.name()) + "/";
    }

    Policy policy() {
        return policy;
    }

    /** The counter of certain events of a person, of a group or of all groups. */
    String of(String what, Per per, Facts facts) {
        return prefix + what + switch (per) {
            case MEMBER -> "/member/" + plain(facts.subject().author().id());
            case GROUP -> "/group/" + plain(facts.subject().origin().group());
            case FLEET -> "/fleet";
        };
    }

    /** The counter of events about one thing. */
    String about(String what, String id) {
        return prefix + what + "/" + plain(id);
    }

    private static String plain(String id) {
        return id.length() > LONGEST_ID ? hash(id) : id;
    }

    /** A short text that stands for another. */
    static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, SHORT);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
