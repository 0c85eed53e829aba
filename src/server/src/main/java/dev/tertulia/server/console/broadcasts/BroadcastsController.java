package dev.tertulia.server.console.broadcasts;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.server.console.notice.NoticeForm;
import dev.tertulia.server.console.notice.NoticePreview;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.Form;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.ListQuery;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The pages of broadcasts. */
@Controller(BroadcastsController.PATH)
@ConsolePage
final class BroadcastsController {

    static final String PATH = "/console/broadcasts";

    private static final Export<BroadcastProgress> FILE = new Export<>("broadcasts", List.of(
            new Export.Column<>("name", BroadcastProgress::name),
            new Export.Column<>("started", BroadcastProgress::startedAt),
            new Export.Column<>("state", BroadcastProgress::state),
            new Export.Column<>("groups", BroadcastProgress::total),
            new Export.Column<>("sent", BroadcastProgress::sent),
            new Export.Column<>("waiting", BroadcastProgress::waiting),
            new Export.Column<>("held", BroadcastProgress::held),
            new Export.Column<>("dropped", BroadcastProgress::dropped),
            new Export.Column<>("failed", BroadcastProgress::failed),
            new Export.Column<>("unknown", BroadcastProgress::unknown)));

    private final Broadcasts broadcasts;
    private final Lines lines;

    BroadcastsController(Broadcasts broadcasts, Lines lines) {
        this.broadcasts = broadcasts;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        ListQuery query = request.list();
        NumberChoice number = NumberChoice.of(lines, query.get(NumberChoice.PARAMETER));
        Optional<Export.Format> format = query.format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), find(number, query)))
                : request.show("broadcasts.jte", page(number, query, "", "", NoticeForm.EMPTY, null));
    }

    private List<BroadcastProgress> find(NumberChoice number, ListQuery query) {
        return broadcasts.of(number.chosen()).list().stream().filter(one -> query.matches(one.name())).toList();
    }

    private BroadcastsPage page(NumberChoice number, ListQuery query, String name, String label, NoticeForm form,
            @Nullable NoticePreview preview) {
        List<BroadcastProgress> found = find(number, query);
        return new BroadcastsPage(number, found, new ListControls(query, found.size(), null, null), name, label, form,
                preview);
    }

    /** Shows what would become of a broadcast, or starts it. */
    @Post("/new")
    HttpResponse<byte[]> create(ConsoleRequest request) {
        Form fields = request.form();
        NumberChoice number = NumberChoice.of(lines, fields.get(NumberChoice.PARAMETER));
        NoticeForm form = NoticeForm.of(fields);
        String name = fields.get("name");
        String label = fields.get("label");
        ListQuery all = ListQuery.of(PATH);
        Broadcasts own = broadcasts.of(number.chosen());
        try {
            Broadcast broadcast = Broadcast.toLabel(name, form.notice(), label);
            if (fields.get("action").equals("start")) {
                own.start(broadcast);
                request.acted("started the broadcast " + name);
                return request.redirect(path(number.chosen(), name),
                        new Said(true, request.texts().get("broadcasts.started")));
            }
            return request.show("broadcasts.jte",
                    page(number, all, name, label, form, new NoticePreview(own.estimate(broadcast))));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return request.refuse("broadcasts.jte", page(number, all, name, label, form, null),
                    String.valueOf(wrong.getMessage()));
        }
    }

    @Get("/{name}")
    HttpResponse<byte[]> one(ConsoleRequest request, @PathVariable String name) {
        String number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER)).chosen();
        return broadcasts.of(number).progress(name)
                .map(progress -> request.show("broadcast.jte", new BroadcastPage(number, progress)))
                .orElseGet(() -> request.missing(request.texts().get("broadcasts.missing")));
    }

    @Post("/{name}/stop")
    HttpResponse<byte[]> stop(ConsoleRequest request, @PathVariable String name) {
        return change(request, name, true);
    }

    @Post("/{name}/resume")
    HttpResponse<byte[]> resume(ConsoleRequest request, @PathVariable String name) {
        return change(request, name, false);
    }

    private HttpResponse<byte[]> change(ConsoleRequest request, String name, boolean stop) {
        String number = NumberChoice.of(lines, request.form().get(NumberChoice.PARAMETER)).chosen();
        Broadcasts own = broadcasts.of(number);
        if (own.progress(name).isEmpty()) {
            return request.missing(request.texts().get("broadcasts.missing"));
        }
        BroadcastProgress progress = stop ? own.stop(name) : own.resume(name);
        request.acted((stop ? "stopped" : "resumed") + " the broadcast " + name);
        return request.redirect(path(number, name), new Said(true,
                request.texts().get(stop ? "broadcasts.stopped" : "broadcasts.resumed", progress.sent())));
    }

    private static String path(String number, String name) {
        return PATH + "/" + name + "?number=" + number;
    }
}
