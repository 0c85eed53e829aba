package dev.tertulia.moderation.cases;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import dev.tertulia.fleet.LogEntry;
import dev.tertulia.message.Member;

import static org.assertj.core.api.Assertions.assertThat;

/** What the trail records, finds, counts and erases. */
class TrailTest {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");
    private static final Who ANA = Who.of(new Member("US.1", "15550001", "Ana Souza", null));
    private static final Who BEN = Who.of(new Member("US.2", "15550002", "Ben", null));
    private static final Who STAFF = Who.of(new Member("US.134", null, "Mia", null));
    private static final StrikeDecay MONTHLY = new StrikeDecay(Duration.ofDays(30), 1);

    private final MapLog log = new MapLog();
    private final Trail trail = new Trail(log);

    private static Opening opening(Who who, Instant at, Deed... deeds) {
        return new Opening(at, "v1", "G1", "message", who, null, "wamid.1", "look at http://x.example",
                List.of(new Finding("community/foreign-links", "enforce", "links", "http://x.example")),
                List.of(deeds), Map.of("community", 1), Map.of());
    }

    private Case open(String key, Who who, Instant at, Deed... deeds) {
        return trail.open(key, at, known -> opening(who, at, deeds));
    }

    private static Deed removal(int approvals) {
        return new Deed("propose", true, Map.of("approvals", Integer.toString(approvals)));
    }

    private Decided approve(Case one, Who who) {
        return trail.record(one.number(), EntryKind.APPROVED, who.id(), NOW, Trail.Note.by(who),
                before -> before.state() == CaseState.OPEN).orElseThrow();
    }

    @Test
    void aRepeatedTurnFindsWhatItHasDecided() {
        Case first = open("key", ANA, NOW, new Deed("reply", true, Map.of("text", "Hello")));
        Case again = open("key", ANA, NOW, new Deed("reply", true, Map.of("text", "Other rules")));

        assertThat(again).isEqualTo(first);
        assertThat(again.deed("reply")).map(deed -> deed.get("text")).contains("Hello");
        assertThat(trail.ofEvent("key")).contains(first);
        assertThat(log.entries).hasSize(1);
    }

    @Test
    void numbersAreShortAndForgiveLookAlikes() {
        assertThat(open("key", ANA, NOW).number()).isEqualTo("100");
        assertThat(trail.find(" #loO ")).map(Case::number).contains("100");
        assertThat(trail.find("4U2")).isEmpty();
        assertThat(trail.find("")).isEmpty();
        assertThat(IntStream.range(1, 40_000).mapToObj(CaseNumber::of).filter(number -> CaseNumber
                .of(CaseNumber.entry(number).orElseThrow()).equals(number))).doesNotHaveDuplicates().hasSize(39_999);
    }

    @Test
    void longListsAreReadInPages() {
        List<String> opened = IntStream.range(0, 7).mapToObj(i -> open("key " + i, ANA, NOW, removal(1)).number())
                .toList();

        List<Case> first = trail.search(CaseQuery.latest(3));
        FoundCases second = trail.search(CaseQuery.latest(3).of("Ana"), first.getLast().number(), 100);
        FoundCases third = trail.search(CaseQuery.latest(3).in(CaseState.OPEN), second.next(), 100);

        assertThat(Stream.of(first, second.cases(), third.cases()).flatMap(List::stream)).extracting(Case::number)
                .containsExactlyElementsOf(opened.reversed());
        assertThat(third.next()).isNull();
    }

    @Test
    void aSearchStopsAndGoesOnWhereItStopped() {
        Case old = open("1", ANA, NOW);
        IntStream.range(0, 20).forEach(i -> open("more " + i, ANA, NOW, removal(1)));
        CaseQuery noted = CaseQuery.latest(5).in(CaseState.NOTED);

        FoundCases none = trail.search(noted, null, 10);

        assertThat(none.cases()).isEmpty();
        assertThat(trail.search(noted, none.next(), 100)).satisfies(rest -> {
            assertThat(rest.cases()).extracting(Case::number).containsExactly(old.number());
            assertThat(rest.next()).isNull();
        });
    }

    @Test
    void decidedCasesAreFoundAmongManyOthers() {
        Case old = open("1", ANA, NOW, removal(1));
        approve(old, STAFF);
        IntStream.range(0, 20).forEach(i -> open("more " + i, ANA, NOW, removal(1)));

        FoundCases found = trail.search(CaseQuery.latest(5).in(CaseState.APPROVED), null, 1);

        assertThat(found.cases()).extracting(Case::number).containsExactly(old.number());
        assertThat(trail.search(CaseQuery.latest(5).in(CaseState.REFUSED))).isEmpty();
        assertThat(trail.verify()).isEmpty();
    }

    @Test
    void entriesOfEarlierVersionsLackTheirKind() {
        Case one = open("1", ANA, NOW, removal(1));
        approve(one, STAFF);
        LogEntry approved = log.entries.get(2L);
        Set<String> terms = new HashSet<>(approved.terms());

        terms.remove("approved");
        log.rewrite(2, terms, approved.body());
        assertThat(trail.verify()).isEmpty();

        terms.add("refused");
        log.rewrite(2, terms, approved.body());
        assertThat(trail.verify()).containsExactly("entry 2: the terms by which it is found were changed");
    }

    @Test
    void aPersonIsFoundByTheRarestNameAmongManyNamesakes() {
        Case wanted = open("1", new Who("US.9", "Ana Rara", List.of()), NOW);
        IntStream.range(0, 50).forEach(i -> open("more " + i, ANA, NOW));

        FoundCases found = trail.search(CaseQuery.latest(10).of("ana rara"), null, 10);

        assertThat(found.cases()).extracting(Case::number).containsExactly(wanted.number());
    }

    @Test
    void whyAnaWasRemovedIsOneSearch() {
        Case wanted = open("1", ANA, NOW, removal(1));
        open("2", BEN, NOW, removal(1));
        approve(wanted, STAFF);

        for (String asked : List.of("Ana", "souza ana", "+1 555 0001", "US.1")) {
            assertThat(trail.search(CaseQuery.latest(10).of(asked))).extracting(Case::number)
                    .containsExactly(wanted.number());
        }
        assertThat(trail.search(CaseQuery.latest(10).in(CaseState.OPEN))).extracting(Case::name)
                .containsExactly("Ben");
        assertThat(trail.search(CaseQuery.latest(10).hitBy("foreign-links").inGroup("G1"))).hasSize(2);
        assertThat(trail.search(CaseQuery.latest(10).hitBy("community/other"))).isEmpty();
        assertThat(trail.find(wanted.number()).orElseThrow().decision()).map(CaseEntry::byName).contains("Mia");
    }

    @Test
    void theFirstDecisionWins() {
        Case one = open("1", ANA, NOW, removal(1));

        Decided first = approve(one, STAFF);
        Decided second = trail.record(one.number(), EntryKind.REFUSED, BEN.id(), NOW, Trail.Note.by(BEN),
                before -> before.state() == CaseState.OPEN).orElseThrow();

        assertThat(first.added()).isTrue();
        assertThat(second.added()).isFalse();
        assertThat(second.entry().byName()).isEqualTo("Mia");
        assertThat(second.what().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void severalApprovalsComeFromSeveralPeople() {
        Case one = open("1", ANA, NOW, removal(2));

        assertThat(approve(one, STAFF).what().state()).isEqualTo(CaseState.OPEN);
        assertThat(approve(one, STAFF).added()).isFalse();
        assertThat(approve(one, BEN).what().state()).isEqualTo(CaseState.APPROVED);
    }

    @Test
    void strikesLapse() {
        open("1", ANA, NOW);
        open("2", ANA, NOW.plus(Duration.ofDays(1)));

        assertThat(strikes(Duration.ofDays(29))).isEqualTo(2);
        assertThat(strikes(Duration.ofDays(30))).isEqualTo(1);
        assertThat(strikes(Duration.ofDays(60))).isZero();
        assertThat(trail.strikes(ANA, "community", StrikeDecay.NEVER, NOW.plus(Duration.ofDays(900)))).isEqualTo(2);
        assertThat(trail.strikes(ANA, "other", StrikeDecay.NEVER, NOW)).isZero();
    }

    private int strikes(Duration after) {
        return trail.strikes(ANA, "community", MONTHLY, NOW.plus(after));
    }

    @Test
    void forgivenStrikesDoNotCount() {
        Case one = open("1", ANA, NOW);
        open("2", ANA, NOW);

        trail.record(one.number(), EntryKind.FORGIVEN, "", NOW, Trail.Note.by(STAFF), before -> true);

        assertThat(strikes(Duration.ZERO)).isEqualTo(1);
    }

    @Test
    void strikesAreExactWithManyAtOnce() throws Exception {
        Trail replica = new Trail(log);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 200; i++) {
                int number = i;
                Trail one = i % 2 == 0 ? trail : replica;
                threads.submit(() -> one.open("key " + number / 2, NOW,
                        known -> opening(ANA, NOW, new Deed("note", true, Map.of("level", Integer.toString(
                                known.strikes(ANA, "community", MONTHLY, NOW) + 1))))));
            }
        }

        assertThat(strikes(Duration.ZERO)).isEqualTo(100);
        assertThat(trail.search(CaseQuery.latest(200))).extracting(one -> one.deed("note").orElseThrow().get("level"))
                .doesNotHaveDuplicates().hasSize(100);
        assertThat(trail.verify()).isEmpty();
    }

    @Test
    void erasingAPersonDoesNotBreakTheChain() {
        Case ana = open("1", ANA, NOW, removal(1));
        open("2", BEN, NOW);
        approve(ana, BEN);

        assertThat(trail.erase("+1 555 0001", NOW)).isEqualTo(2);

        assertThat(trail.verify()).isEmpty();
        assertThat(log.entries.values()).noneMatch(entry -> (entry.body() + entry.terms()).contains("Ana")
                || (entry.body() + entry.terms()).contains("x.example") && entry.number() == 1);
        assertThat(trail.search(CaseQuery.latest(10).of("Ana"))).isEmpty();
        assertThat(trail.find(ana.number()).orElseThrow().rules()).containsExactly("community/foreign-links");
        assertThat(trail.search(CaseQuery.latest(10).of("Ben"))).hasSize(1);
    }

    @Test
    void everyChangeIsFound() {
        open("1", ANA, NOW);
        open("2", BEN, NOW);
        open("3", BEN, NOW);
        LogEntry second = log.entries.get(2L);

        assertThat(after(second, second.body().replace("v1", "v2"))).containsExactly("entry 2 was changed");
        assertThat(after(second, second.body().replace("Ben", "Bob"))).contains("entry 2 was changed");
        assertThat(after(second, "{}")).contains("entry 2 was changed");
        assertThat(after(second, TrailCodec.write(TrailCodec.sealed(second).orElseThrow().erased())))
                .contains("entry 2: its personal part is missing, but no erasure is recorded");
        log.entries.put(2L, new LogEntry(2, second.key(), NOW.plusSeconds(1), second.terms(), second.body()));
        assertThat(trail.verify()).containsExactly("entry 2 was changed");
        log.entries.remove(2L);
        assertThat(trail.verify()).containsExactly("entries 2 to 2 are missing",
                "entry 3 does not follow the one before it");
    }

    private List<String> after(LogEntry entry, String body) {
        log.rewrite(entry.number(), entry.terms(), body);
        List<String> problems = trail.verify();
        log.entries.put(entry.number(), entry);
        return problems;
    }

    @Test
    void anAppealReopensACase() {
        Case one = open("1", ANA, NOW);

        Optional<Decided> appealed = trail.record(one.number(), EntryKind.APPEALED, "", NOW,
                new Trail.Note(ANA, "It was a joke", Map.of()), before -> !before.state().waits());

        assertThat(appealed.orElseThrow().what().state()).isEqualTo(CaseState.APPEALED);
        assertThat(appealed.get().entry().text()).isEqualTo("It was a joke");
        assertThat(trail.search(CaseQuery.latest(10).in(CaseState.APPEALED))).hasSize(1);
    }

    @Test
    void exportsCannotRunFormulas() {
        Case one = trail.open("1", NOW, known -> new Opening(NOW, "v1", "G1", "message",
                new Who("US.1", "=HYPERLINK(\"x\")", List.of()), null, "wamid.1", "+1, \"two\"",
                List.of(), List.of(new Deed("reply", false, Map.of("text", "Hello"))), Map.of(), Map.of()));

        assertThat(CaseExport.csv(one)).isEqualTo("\"100\",\"2026-03-02T09:00:00Z\",\"noted\",\"message\",\"G1\","
                + "\"US.1\",\"'=HYPERLINK(\"\"x\"\")\",\"\",\"reply(shadow)\",\"v1\",\"\",\"'+1, \"\"two\"\"\",\"\",\"\"");
        assertThat(CaseExport.json(one)).startsWith("{\"case\":\"100\",\"at\":\"2026-03-02T09:00:00Z\"")
                .contains("\"actions\":[{\"action\":\"reply\",\"done\":false,\"with\":{\"text\":\"Hello\"}}]");
    }
}
