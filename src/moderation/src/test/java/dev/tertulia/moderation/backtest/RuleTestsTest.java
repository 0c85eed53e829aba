package dev.tertulia.moderation.backtest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tertulia.moderation.rules.CaseFile;
import dev.tertulia.moderation.rules.Problem;
import dev.tertulia.moderation.rules.RuleFile;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class RuleTestsTest {

    private static final RuleSet RULES = RuleFile.read("""
            policies:
              - name: p
                groups: { label: community }
                rules:
                  - { name: links, mode: draft, when: { links: any }, unless: { staff: true }, then: [ { note: true } ] }
                  - { name: newcomer, when: { newcomer: 1d, forwarded: true }, then: [ { note: true } ] }
                  - { name: flood, when: { flood: { messages: 3, within: 10s } }, then: [ { note: true } ] }
                  - { name: night, when: { hours: { from: 22:00, to: 6:00, zone: Europe/Madrid } }, then: [ { note: true } ] }
                  - { name: images, when: { media: [image] }, then: [ { note: true } ] }
                  - { name: strikes, when: { strikes: 3 }, then: [ { note: true } ] }
                  - { name: wave, on: join_request, when: { join_wave: { requests: 3, within: 1m } }, then: [ { note: true } ] }
                  - { name: abroad, on: join_request, when: { country: { not_in: [ES] } }, then: [ { note: true } ] }
                  - { name: reports, on: report, when: { reported: { by: 2, within: 1m } }, then: [ { alert: true } ] }
              - name: q
                groups: { ids: [g7] }
                rules:
                  - { name: everywhere, when: { words: [spam], repeated: { times: 2, within: 1h, per: fleet } }, then: [ { note: true } ] }
            """, Path.of(""));

    @TempDir
    private Path folder;

    private List<String> run(String cases) throws IOException {
        Path file = Files.writeString(folder.resolve("cases.yaml"), cases);
        return RuleTests.run(RULES, CaseFile.read(file)).stream().map(RuleTests.Outcome::difference).toList();
    }

    @Test
    void passes() throws IOException {
        assertThat(run("""
                cases:
                  - { text: see example.org, expect: links }
                  - { text: see example.org, who: { staff: true }, expect: [] }
                  - { text: hi, forwarded: true, who: { member_for: 2h }, expect: [newcomer] }
                  - { text: hi, forwarded: true, who: { member_for: unknown }, expect: [] }
                  - { text: hi, times: 3, every: 2s, expect: [flood] }
                  - { text: hi, times: 3, every: 2s, different_people: true, expect: [] }
                  - { text: hi, at: "23:00", zone: Europe/Madrid, expect: [night] }
                  - { text: hi, at: 2026-07-01T20:00:00Z, expect: [night] }
                  - { type: image, expect: [images] }
                  - { text: hi, who: { strikes: 3 }, expect: [strikes] }
                  - { on: join_request, times: 3, different_people: true, expect: [wave] }
                  - { on: join_request, who: { phone: "+1 650 555 1234" }, expect: [abroad] }
                  - { on: report, text: hi, times: 2, different_people: true, expect: [reports] }
                  - { on: report, text: hi, times: 2, expect: [] }
                  - { text: spam, times: 2, different_groups: true, expect: [everywhere] }
                  - { text: spam, times: 2, group: g7, expect: [everywhere] }
                  - { text: spam, times: 2, labels: [community], expect: [] }
                """)).containsOnly("");
    }

    @Test
    void saysWhatDiffers() throws IOException {
        assertThat(run("""
                - { text: see example.org, expect: [] }
                - { text: hi, expect: [links, flood] }
                - { text: hi, expect: [link] }
                """)).containsExactly("expected nothing, but hit links", "expected flood, links, but hit nothing",
                "expected link, which is no rule of the file");
    }

    @Test
    void namesEverythingThatIsWrongInAFileOfCases() {
        RuleFileException thrown = catchThrowableOfType(RuleFileException.class, () -> run("""
                cases:
                  - { txt: hi, expect: [] }
                  - { expect: [] }
                  - { text: hi }
                  - { text: hi, at: noon, forwarded: maybe, times: 0, who: { phone: me, member_for: 3 }, expect: [] }
                """));

        assertThat(thrown.problems()).extracting(Problem::toString).containsExactly(
                "line 2, column 7: 'txt' is no key of a case; do you mean 'text'?",
                "line 3, column 5: 'text' is missing in a case; write it, or another type such as type: image",
                "line 4, column 5: 'expect' is missing in a case",
                "line 5, column 21: 'noon' is no time; write for example at: \"22:30\" or at: 2026-01-31T22:30",
                "line 5, column 38: 'forwarded' is true or false, not 'maybe'",
                "line 5, column 52: 'times' is a whole number from 1 to 1000, not '0'",
                "line 5, column 69: 'me' is no phone number; write one such as \"+34600000000\"",
                "line 5, column 85: 'member_for: 3' has no unit; write for example 3s, 3m, 3h or 3d");
    }
}
