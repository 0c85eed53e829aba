package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.canary.CanaryReport;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The page of the rules in force. */
@Controller(RuleDesk.PATH)
@ConsolePage
final class RulesController {

    private final RuleDesk desk;
    private final CountedHits counted;
    private final Logs logs;
    private final Lines lines;

    RulesController(RuleDesk desk, CountedHits counted, Logs logs, Lines lines) {
        this.desk = desk;
        this.counted = counted;
        this.logs = logs;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> rules(ConsoleRequest request) {
        Moderation moderation = desk.moderation();
        if (moderation.isOff()) {
            return request.show("moderation-off.jte", "");
        }
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        CanaryReport canary = CanaryReport.latest(logs.of(number.chosen())).orElse(null);
        Optional<Export.Format> format = query.format();
        if (format.isPresent()) {
            return request.file(query.get("list").equals("canary")
                    ? RuleFiles.canary(format.get(), canary)
                    : RuleFiles.rules(format.get(), counted.all(number.chosen()).rows(moderation.rules())));
        }
        RuleHits hits = counted.of(number.chosen());
        return request.show("rules.jte", new RulesPage(number, query, moderation.file().file().toString(),
                moderation.file().version(), moderation.file().problems(), desk.store().isWritable(),
                hits.rows(moderation.rules()), hits.isComplete(), moderation.rules().settings().canary().percent(),
                canary));
    }
}
