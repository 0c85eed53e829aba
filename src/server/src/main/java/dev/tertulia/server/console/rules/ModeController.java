package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseQuery;
import dev.tertulia.moderation.cases.Trail;
import dev.tertulia.moderation.rules.ActionText;
import dev.tertulia.moderation.rules.Mode;
import dev.tertulia.moderation.rules.Rule;
import dev.tertulia.server.console.moderation.CaseView;
import dev.tertulia.server.console.moderation.KnownChats;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The page on which a rule is switched on or off, behind its figures. The editor's form saves it. */
@Controller(RuleDesk.PATH + "/mode")
@ConsolePage
final class ModeController {

    private static final int MOST = 20;

    private final RuleDesk desk;
    private final CountedHits hits;
    private final KnownChats chats;
    private final Lines lines;

    ModeController(RuleDesk desk, CountedHits hits, KnownChats chats, Lines lines) {
        this.desk = desk;
        this.hits = hits;
        this.chats = chats;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> mode(ConsoleRequest request) {
        Moderation moderation = desk.moderation();
        if (moderation.isOff()) {
            return request.show("moderation-off.jte", "");
        }
        String name = request.query("rule");
        Optional<Rule> rule = desk.rule(name);
        return rule.isEmpty()
                ? request.missing(request.texts().get("mode.unknown", name))
                : request.show("rules-mode.jte", page(request, name, rule.get()));
    }

    private ModePage page(ConsoleRequest request, String name, Rule rule) {
        Moderation moderation = desk.moderation();
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        Trail trail = moderation.trail(number.chosen());
        Mode to = rule.mode() == Mode.ENFORCE ? Mode.SHADOW : Mode.ENFORCE;
        List<Case> cases = trail.search(CaseQuery.latest(MOST).hitBy(name));
        RuleRow row = hits.of(number.chosen()).rows(moderation.rules()).stream()
                .filter(one -> one.name().equals(name)).findFirst().orElseThrow();
        return new ModePage(number, row, RuleDesk.word(to), rule.then().stream().map(ActionText::key).toList(),
                chats.views(number.chosen(), cases),
                cases.stream().map(Case::who).distinct().count(), desk.store().isWritable(),
                desk.switched(name, to).orElse(""), RuleStore.hash(desk.store().text()));
    }
}
