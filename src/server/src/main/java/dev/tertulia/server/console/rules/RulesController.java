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

    private static final Export<RuleRow> FILE = new Export<>("rules", List.of(
            new Export.Column<>("rule", RuleRow::name), new Export.Column<>("mode", RuleRow::mode),
            new Export.Column<>("on", RuleRow::on), new Export.Column<>("hits", RuleRow::hits),
            new Export.Column<>("shadow", RuleRow::shadow), new Export.Column<>("enforced", RuleRow::enforced),
            new Export.Column<>("wrong", RuleRow::wrong)));

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
        RuleHits hits = counted.of(number.chosen());
        List<RuleRow> rows = hits.rows(moderation.rules());
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), rows))
                : request.show("rules.jte", new RulesPage(number, query, moderation.file().file().toString(),
                        moderation.file().version(), moderation.file().problems(), desk.store().isWritable(), rows,
                        hits.isComplete(), moderation.rules().settings().canary().percent(),
                        CanaryReport.latest(logs.of(number.chosen())).orElse(null)));
    }
}
