package dev.tertulia.server.console.moderation;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

import dev.tertulia.moderation.bot.Verdict;
import dev.tertulia.moderation.cases.Case;
import dev.tertulia.moderation.cases.CaseState;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The page of what waits for people, and their decisions. */
@Controller(QueueController.PATH)
@ConsolePage
final class QueueController {

    static final String PATH = "/console/moderation";

    private final Moderation moderation;
    private final Waiting waiting;
    private final Decisions decisions;
    private final KnownChats chats;
    private final Lines lines;

    QueueController(Moderation moderation, Waiting waiting, Decisions decisions, KnownChats chats, Lines lines) {
        this.moderation = moderation;
        this.waiting = waiting;
        this.decisions = decisions;
        this.chats = chats;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> queue(ConsoleRequest request) {
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        if (moderation.isOff()) {
            return request.show("moderation-off.jte", "");
        }
        Waiting.Cases cases = waiting.of(number.chosen());
        Optional<Export.Format> format = request.list().format();
        return format.isPresent()
                ? request.file(CasesController.FILE.write(format.get(), cases.all()))
                : request.show("queue.jte",
                        new QueuePage(number, request.list(), views(number, cases.in(CaseState.OPEN)),
                                views(number, cases.in(CaseState.APPEALED)), cases.more()));
    }

    private List<CaseView> views(NumberChoice number, List<Case> cases) {
        return chats.views(number.chosen(), cases);
    }

    @Post("/decide")
    HttpResponse<byte[]> decide(ConsoleRequest request) {
        Form form = request.form();
        String number = NumberChoice.of(lines, form.get(NumberChoice.PARAMETER)).chosen();
        String back = form.get("back").equals("case")
                ? CasesController.path(number, form.get("case"))
                : new ListQuery(PATH, Map.of(NumberChoice.PARAMETER, number)).first();
        Optional<Verdict> verdict = Verdict.find(form.get("verdict"));
        Optional<Case> one = moderation.isOff() ? Optional.empty() : moderation.trail(number).find(form.get("case"));
        if (verdict.isEmpty() || one.isEmpty()) {
            return request.redirect(back, new Said(false, request.texts().get("case.unknown", form.get("case"))));
        }
        Decisions.Taken taken = decisions.take(number, one.get(), verdict.get(), request.viewer().name(),
                form.get("note"));
        waiting.forget(number);
        request.acted("said %s to case %s of %s: %s".formatted(verdict.get().word(), one.get().number(), number,
                taken.outcome()));
        return request.redirect(back, taken.said(verdict.get(), request.texts()));
    }
}
