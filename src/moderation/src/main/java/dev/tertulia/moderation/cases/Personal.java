package dev.tertulia.moderation.cases;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that names persons, and can be erased.
 *
 * @param who      the person whom the case is about
 * @param by       who did what the entry records: a staff member, a reporter, or the person
 * @param messageId the message of the event
 * @param text     the words of the message, or of the appeal or answer
 * @param findings the findings with their evidence
 * @param deeds    the deeds with their parts
 */
record Personal(@Nullable Who who, @Nullable Who by, @Nullable String messageId, @Nullable String text,
        List<Finding> findings, List<Deed> deeds) {

    Personal(@Nullable Who who, @Nullable Who by, @Nullable String messageId, @Nullable String text,
            @Nullable List<Finding> findings, @Nullable List<Deed> deeds) {
        this.who = who;
        this.by = by;
        this.messageId = messageId;
        this.text = text;
        this.findings = findings == null ? List.of() : List.copyOf(findings);
        this.deeds = deeds == null ? List.of() : List.copyOf(deeds);
    }
}
