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
import dev.tertulia.moderation.cases.FoundCases;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Texts;
import dev.tertulia.server.lines.Lines;

/** The pages of cases: search, and one with its trail. */
@Controller(CasesController.PATH)
@ConsolePage
final class CasesController {

    static final String PATH = QueueController.PATH + "/cases";

    private static final int MOST_SAVED = 10_000;
    /** A page looks at so many cases, which takes a moment, and the next page goes on. */
    private static final int MOST_LOOKED_AT = 500;
    static final Export<Case> FILE = new Export<>("cases", List.of(
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
                ? request.file(FILE.write(format.get(),
                        withNumber(trail, query.with(Map.of("after", "")), trail.search(wanted(query, MOST_SAVED)))))
                : request.show("cases.jte", page(number, trail, query, request.texts()));
    }

    private CasesPage page(NumberChoice number, Trail trail, ListQuery query, Texts texts) {
        FoundCases found = trail.search(wanted(query, ListQuery.PAGE), query.after(), MOST_LOOKED_AT);
        List<Case> shown = withNumber(trail, query, found.cases());
        boolean partly = found.next() != null && found.cases().size() < ListQuery.PAGE;
        return new CasesPage(number, chats.views(number.chosen(), shown),
                new ListControls(query, shown.size(), found.next() == null ? null : query.after(found.next()),
                        partly ? texts.get("cases.partly", MOST_LOOKED_AT) : null),
                Stream.of(CaseState.values()).map(CaseState::word).toList(), rules());
    }

    private List<String> rules() {
        return moderation.rules().policies().stream()
                .flatMap(policy -> policy.rules().stream().map(rule -> policy.name() + "/" + rule.name())).toList();
    }

    private static CaseQuery wanted(ListQuery query, int atMost) {
        return new CaseQuery(given(query.text()), given(query.get("group")), given(query.get("rule")),
                CaseState.find(query.get("state")).orElse(null), atMost);
    }

    /** What is looked for is a person, or the number of a case. */
    private static List<Case> withNumber(Trail trail, ListQuery query, List<Case> found) {
        return query.after() == null
                ? Stream.concat(trail.find(query.text()).stream(), found.stream()).distinct().toList()
                : found;
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
                chats.views(number.chosen(), List.of(known)).getFirst(),
                known.who() == null ? Map.of() : moderation.strikes(trail, known.who()), known.strikes()));
    }
}
