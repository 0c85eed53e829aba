package dev.tertulia.server.console.moderation;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseEntry;
import dev.tertulia.moderation.cases.CaseExport;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.moderation.cases.Finding;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The pages of cases: search, and one with its trail. */
@Controller(CasesController.PATH)
@ConsolePage
final class CasesController {

    static final String PATH = QueueController.PATH + "/cases";

    private static final int MOST_SAVED = 10_000;
    private static final Export<Case> FILE = new Export<>("cases", List.of(
            new Export.Column<>("case", Case::number), new Export.Column<>("at", one -> one.at().toString()),
            new Export.Column<>("state", one -> one.state().word()), new Export.Column<>("on", Case::on),
            new Export.Column<>("group", Case::group),
            new Export.Column<>("person", one -> one.who() == null ? null : one.who().id()),
            new Export.Column<>("name", Case::name),
            new Export.Column<>("rules", one -> String.join(" ", one.rules())),
            new Export.Column<>("actions", CasesController::actions), new Export.Column<>("version", Case::version),
            new Export.Column<>("evidence", CasesController::evidence), new Export.Column<>("text", Case::text),
            new Export.Column<>("decided_by", one -> one.decision().map(CaseEntry::byName).orElse(null)),
            new Export.Column<>("decided", one -> one.decision().map(entry -> entry.kind().word()).orElse(null))));

    private final Moderation moderation;
    private final KnownChats chats;
    private final Lines lines;

    CasesController(Moderation moderation, KnownChats chats, Lines lines) {
        this.moderation = moderation;
        this.chats = chats;
        this.lines = lines;
    }

    private static String actions(Case one) {
        return one.deeds().stream().map(deed -> deed.done() ? deed.action() : deed.action() + "(shadow)")
                .collect(Collectors.joining(" "));
    }

    private static String evidence(Case one) {
        return one.findings().stream().map(Finding::evidence).filter(part -> part != null)
                .collect(Collectors.joining(" | "));
    }

    /** The page of a case. */
    static String path(String number, String one) {
        return PATH + "/" + URLEncoder.encode(one, StandardCharsets.UTF_8) + "?number=" + number;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        if (moderation.isOff()) {
            return request.show("moderation-off.jte", "");
        }
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        Trail trail = moderation.trail(number.chosen());
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), find(trail, query, null, MOST_SAVED)))
                : request.show("cases.jte", page(number, trail, query));
    }

    private CasesPage page(NumberChoice number, Trail trail, ListQuery query) {
        List<Case> found = find(trail, query, query.after(), ListQuery.PAGE + 1);
        List<Case> shown = found.stream().limit(ListQuery.PAGE).toList();
        String next = found.size() > ListQuery.PAGE ? query.after(shown.getLast().number()) : null;
        Map<String, String> names = shown.stream().map(Case::group).distinct()
                .collect(Collectors.toMap(group -> group, group -> chats.name(number.chosen(), group)));
        return new CasesPage(number,
                shown.stream().map(one -> CaseView.of(one, names.getOrDefault(one.group(), one.group()))).toList(),
                new ListControls(query, shown.size(), next, null),
                Stream.of(CaseState.values()).map(CaseState::word).toList(), rules());
    }

    private List<String> rules() {
        return moderation.rules().policies().stream()
                .flatMap(policy -> policy.rules().stream().map(rule -> policy.name() + "/" + rule.name())).toList();
    }

    /** What is looked for is a number of a case, or a person. */
    private static List<Case> find(Trail trail, ListQuery query, @Nullable String after, int atMost) {
        CaseQuery wanted = new CaseQuery(given(query.text()), given(query.get("group")), given(query.get("rule")),
                CaseState.find(query.get("state")).orElse(null), atMost);
        if (after != null) {
            return trail.search(wanted, after);
        }
        return Stream.concat(trail.find(query.text()).stream(), trail.search(wanted).stream()).distinct()
                .limit(atMost).toList();
    }

    private static @Nullable String given(String text) {
        return text.isEmpty() ? null : text;
    }

    @Get("/{one}")
    HttpResponse<byte[]> one(ConsoleRequest request, @PathVariable String one) {
        if (moderation.isOff()) {
            return request.show("moderation-off.jte", "");
        }
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        Trail trail = moderation.trail(number.chosen());
        Optional<Case> found = trail.find(one);
        if (found.isEmpty()) {
            return request.missing(request.texts().get("case.unknown", one));
        }
        Case known = found.get();
        if (request.list().format().isPresent()) {
            return request.file(new Export.File("case-" + known.number() + ".json", "application/json",
                    CaseExport.json(known).getBytes(StandardCharsets.UTF_8)));
        }
        return request.show("case.jte", new CasePage(number,
                CaseView.of(known, chats.name(number.chosen(), known.group())),
                known.who() == null ? Map.of() : moderation.strikes(trail, known.who()), known.strikes()));
    }
}
