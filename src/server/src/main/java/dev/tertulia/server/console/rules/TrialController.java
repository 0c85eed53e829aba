package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.BackTestReport;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.GroupNames;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The page of a back-test. */
@Controller(RuleDesk.PATH + "/trials")
@ConsolePage
final class TrialController {

    private final RuleDesk desk;
    private final Trials trials;
    private final GroupNames names;
    private final Lines lines;

    TrialController(RuleDesk desk, Trials trials, GroupNames names, Lines lines) {
        this.desk = desk;
        this.trials = trials;
        this.names = names;
        this.lines = lines;
    }

    @Get("/{id}")
    HttpResponse<byte[]> trial(ConsoleRequest request, @PathVariable String id) {
        Optional<Trials.Trial> found = trials.find(id);
        if (found.isEmpty()) {
            return request.missing(request.texts().get("trial.unknown"));
        }
        Trials.Trial trial = found.get();
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        BackTestReport report = trial.report();
        Optional<Export.Format> format = request.list().format();
        if (format.isPresent()) {
            return request.file(RuleFiles.trial(format.get(), report));
        }
        return request.show("rules-trial.jte", new TrialPage(number, trial.id(), trial.percent(), report,
                trial.failure(), names.of(number.chosen(), groups(report)), trial.text(),
                RuleStore.hash(desk.store().text()), desk.store().isWritable()));
    }

    /** The groups of the events that the page shows. */
    private static Stream<String> groups(@Nullable BackTestReport report) {
        return report == null
                ? Stream.empty()
                : report.rules().values().stream().flatMap(rule -> {
                    BackTestReport.Comparison comparison = rule.comparison();
                    return comparison == null
                            ? rule.examples().stream()
                            : Stream.of(rule.examples(), comparison.added(), comparison.gone()).flatMap(List::stream);
                }).map(BackTestReport.Example::group);
    }
}
