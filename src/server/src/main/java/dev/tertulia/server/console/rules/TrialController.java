package dev.tertulia.server.console.rules;

import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;

import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.lines.Lines;

/** The page of a back-test. */
@Controller(RuleDesk.PATH + "/trials")
@ConsolePage
final class TrialController {

    private final RuleDesk desk;
    private final Trials trials;
    private final Lines lines;

    TrialController(RuleDesk desk, Trials trials, Lines lines) {
        this.desk = desk;
        this.trials = trials;
        this.lines = lines;
    }

    @Get("/{id}")
    HttpResponse<byte[]> trial(ConsoleRequest request, @PathVariable String id) {
        Optional<Trials.Trial> found = trials.find(id);
        if (found.isEmpty()) {
            return request.missing(request.texts().get("trial.unknown"));
        }
        Trials.Trial trial = found.get();
        return request.show("rules-trial.jte", new TrialPage(
                NumberChoice.of(lines, request.query(NumberChoice.PARAMETER)), trial.id(), trial.percent(),
                trial.report(), trial.failure(), trial.text(), RuleStore.hash(desk.store().text()),
                desk.store().isWritable()));
    }
}
