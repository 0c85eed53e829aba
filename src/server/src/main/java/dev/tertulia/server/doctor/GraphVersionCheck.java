package dev.tertulia.server.doctor;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import dev.tertulia.server.settings.Account;
import dev.tertulia.server.settings.GraphSite;

/** The version of the Graph API is served, and does not end soon. */
record GraphVersionCheck(Account account, GraphSite site, GraphHead head, InstantSource clock) implements Check {

    private static final int SOON_DAYS = 90;
    private static final GraphVersions KNOWN = GraphVersions.read();

    @Override
    public String name() {
        return "graph-version";
    }

    @Override
    public String number() {
        return account.phoneNumberId();
    }

    @Override
    public List<Finding> findings() {
        String version = site.version();
        Optional<String> answering = head.version().filter(other -> !other.equals(version));
        Optional<LocalDate> end = KNOWN.end(version);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (answering.isPresent() || KNOWN.forgotten(version) || end.filter(day -> !day.isAfter(today)).isPresent()) {
            return List.of(Finding.problem(this, version + " has ended, and WhatsApp answers with "
                    + answering.orElse("another version") + ", whose answers may differ", upgrade()));
        }
        if (end.filter(day -> day.isBefore(today.plusDays(SOON_DAYS))).isPresent()) {
            return List.of(Finding.warning(this, version + " ends on " + end.get(), upgrade()));
        }
        return List.of(Finding.ok(this, version + end.map(day -> " is served until " + day)
                .orElse(" is served, and its end is not known yet")));
    }

    private static String upgrade() {
        return "read Meta's changelog, then set WHATSAPP_API_VERSION to a newer version, up to " + KNOWN.newest();
    }
}
