package dev.tertulia.server.doctor;

import java.util.List;

/** The findings of all checks, in their order. */
public record Report(List<Finding> findings) {

    private static final int GOOD = 0;
    private static final int FOUND = 1;
    private static final int UNREACHABLE = 3;

    public Report {
        findings = List.copyOf(findings);
    }

    /** The exit code: 3 if something did not answer, else 1 if something has to be done, else 0. */
    public int exitCode() {
        if (count(Level.UNREACHABLE) > 0) {
            return UNREACHABLE;
        }
        return findings.stream().anyMatch(finding -> finding.level().bad()) ? FOUND : GOOD;
    }

    /** The number of findings of a level. */
    public long count(Level level) {
        return findings.stream().filter(finding -> finding.level() == level).count();
    }
}
