package dev.tertulia.server.doctor;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import dev.tertulia.business.RefusedByWhatsApp;
import dev.tertulia.business.WhatsAppUnavailable;
import dev.tertulia.journal.FailureText;
import dev.tertulia.store.StoreUnavailable;

/** A run of checks in their order. A check that cannot be made does not keep others from being made. */
final class Examination {

    private final List<Finding> findings = new ArrayList<>();

    /** Makes all checks. */
    static Report of(List<Check> checks) {
        Examination examination = new Examination();
        checks.forEach(check -> examination.findings.addAll(examination.make(check)));
        return new Report(examination.findings);
    }

    private List<Finding> make(Check check) {
        if (failed(check.after(), check)) {
            return List.of(Finding.skipped(check, "not checked, because of what '" + check.after() + "' found", null));
        }
        try {
            return check.findings();
        } catch (RefusedByWhatsApp refused) {
            return List.of(Finding.problem(check, "WhatsApp refuses the query: " + refused.getMessage(),
                    "correct what the error names; `errors " + refused.code() + "` explains it"));
        } catch (WhatsAppUnavailable away) {
            return List.of(Finding.unreachable(check, String.valueOf(away.getMessage()),
                    "try again; if it stays so, look at the way out of this machine and at Meta's status page"));
        } catch (StoreUnavailable away) {
            return List.of(Finding.unreachable(check, String.valueOf(away.getMessage()),
                    "start Redis, or correct REDIS_URI"));
        } catch (RuntimeException e) {
            return List.of(Finding.problem(check, "the check itself failed: " + FailureText.of(e),
                    "report this as a bug of Tertulia"));
        }
    }

    private boolean failed(String name, Check check) {
        return findings.stream().anyMatch(finding -> finding.check().equals(name)
                && finding.level() != Level.OK && finding.level() != Level.WARNING
                && (finding.number() == null || Objects.equals(finding.number(), check.number())));
    }
}
