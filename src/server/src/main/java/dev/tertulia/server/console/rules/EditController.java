package dev.tertulia.server.console.rules;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Post;

import dev.tertulia.fleet.Logs;
import dev.tertulia.moderation.rules.Durations;
import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.moderation.rules.RuleSet;
import dev.tertulia.server.console.moderation.Moderation;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The editor of the rule file: check, try on the past, save. */
@Controller(EditController.PATH)
@ConsolePage
final class EditController {

    static final String PATH = RuleDesk.PATH + "/edit";

    private static final Duration USUAL = Duration.ofDays(30);

    private final RuleDesk desk;
    private final Trials trials;
    private final Logs logs;
    private final Lines lines;

    EditController(RuleDesk desk, Trials trials, Logs logs, Lines lines) {
        this.desk = desk;
        this.trials = trials;
        this.logs = logs;
        this.lines = lines;
    }

    private static EditPage page(RuleDesk desk, NumberChoice number, Edited edited, boolean checked) {
        RuleDesk.Checked found = desk.check(edited.text());
        boolean wrong = found.rules() == null;
        return new EditPage(number, edited.text(), edited.base(), desk.store().isWritable(), checked || wrong,
                found.problems(), wrong, found.changes(),
                desk.moderation().rules().settings().history() != null);
    }

    /**
     * What is in the editor.
     *
     * @param base the hash of the text that it replaces
     */
    private record Edited(String text, String base) {

        static Edited of(Form form) {
            return new Edited(form.raw("text").replace("\r\n", "\n"), form.get("base"));
        }
    }

    @Get
    HttpResponse<byte[]> edit(ConsoleRequest request) {
        if (desk.moderation().isOff()) {
            return request.show("moderation-off.jte", "");
        }
        String text = desk.store().text();
        NumberChoice number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER));
        return request.show("rules-edit.jte",
                page(desk, number, new Edited(text, RuleStore.hash(text)), false));
    }

    @Post
    HttpResponse<byte[]> act(ConsoleRequest request) {
        Form form = request.form();
        if (desk.moderation().isOff()) {
            return request.show("moderation-off.jte", "");
        }
        NumberChoice number = NumberChoice.of(lines, form.get(NumberChoice.PARAMETER));
        Edited edited = Edited.of(form);
        return switch (form.get("action")) {
            case "save" -> save(request, number, edited);
            case "try" -> attempt(request, number, edited);
            default -> request.show("rules-edit.jte", page(desk, number, edited, true));
        };
    }

    private HttpResponse<byte[]> save(ConsoleRequest request, NumberChoice number, Edited edited) {
        if (!desk.store().isWritable()) {
            return refuse(request, number, edited, "rules.readonly");
        }
        try {
            desk.store().save(edited.text(), edited.base(), desk.moderation().now());
        } catch (RuleFileException wrong) {
            return refuse(request, number, edited, "rules.wrong");
        } catch (RuleStore.ChangedMeanwhile changed) {
            return refuse(request, number, edited, "rules.changed");
        }
        request.acted("saved the rule file");
        return request.redirect(RuleDesk.PATH + "?number=" + number.chosen(),
                new Said(true, request.texts().get("rules.saved")));
    }

    private HttpResponse<byte[]> refuse(ConsoleRequest request, NumberChoice number, Edited edited, String why) {
        return request.refuse("rules-edit.jte", page(desk, number, edited, true), request.texts().get(why));
    }

    private HttpResponse<byte[]> attempt(ConsoleRequest request, NumberChoice number, Edited edited) {
        Moderation moderation = desk.moderation();
        RuleSet rules = desk.check(edited.text()).rules();
        if (rules == null) {
            return refuse(request, number, edited, "rules.wrong");
        }
        Optional<Duration> past = Durations.parse(request.form().get("since"));
        Trials.Trial trial = trials.start(new Trials.Tried(edited.text(), rules, moderation.rules()),
                logs.of(number.chosen()), moderation.now(), past.orElse(USUAL));
        request.acted("started a back-test");
        return HttpResponse.seeOther(URI.create(
                RuleDesk.PATH + "/trials/" + trial.id() + "?number=" + number.chosen()));
    }
}
