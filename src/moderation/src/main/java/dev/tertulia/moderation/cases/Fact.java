package dev.tertulia.moderation.cases;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The part of an entry that names no person and is never erased.
 *
 * @param number  the number of the case; empty for what concerns no single case
 * @param version the version of the rules that decided; {@code null} where no rules did
 * @param group   the group of the event
 * @param strikes the strikes that the event earned, by policy
 * @param more    what else belongs to this kind of entry
 */
record Fact(String number, EntryKind kind, @Nullable String version, @Nullable String group, @Nullable String on,
        List<Finding> findings, List<Deed> deeds, Map<String, Integer> strikes, Map<String, String> more) {

    Fact(@Nullable String number, EntryKind kind, @Nullable String version, @Nullable String group, @Nullable String on,
            @Nullable List<Finding> findings, @Nullable List<Deed> deeds, @Nullable Map<String, Integer> strikes,
            @Nullable Map<String, String> more) {
        this.number = number == null ? "" : number;
        this.kind = kind;
        this.version = version;
        this.group = group;
        this.on = on;
        this.findings = findings == null ? List.of() : List.copyOf(findings);
        this.deeds = deeds == null ? List.of() : List.copyOf(deeds);
        this.strikes = strikes == null ? Map.of() : Map.copyOf(strikes);
        this.more = more == null ? Map.of() : Map.copyOf(more);
    }

    static Fact of(String number, EntryKind kind, Map<String, String> more) {
        return new Fact(number, kind, null, null, null, null, null, null, more);
    }
}
