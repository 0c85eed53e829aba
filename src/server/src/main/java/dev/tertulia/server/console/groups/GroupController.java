package dev.tertulia.server.console.groups;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;

import dev.tertulia.bot.Group;
import dev.tertulia.bot.Groups;
import dev.tertulia.broadcast.Broadcast;
import dev.tertulia.broadcast.Broadcasts;
import dev.tertulia.message.Operation;
import dev.tertulia.server.console.notice.NoticeForm;
import dev.tertulia.server.console.notice.NoticePreview;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The page of a group, and what can be done there. */
@Controller("/console/groups/{id}")
@ConsolePage
final class GroupController {

    private static final String PREVIEW = "console-preview";

    private final GroupView view;
    private final Groups groups;
    private final Broadcasts broadcasts;
    private final Lines lines;

    GroupController(GroupView view, Groups groups, Broadcasts broadcasts, Lines lines) {
        this.view = view;
        this.groups = groups;
        this.broadcasts = broadcasts;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> page(ConsoleRequest request, @PathVariable String id) {
        String number = NumberChoice.of(lines, request.query(NumberChoice.PARAMETER)).chosen();
        try {
            GroupPage page = view.page(number, id, NoticeForm.EMPTY, null);
            Optional<Export.Format> format = request.list().format();
            return format.isPresent()
                    ? request.file(GroupFiles.write(page, request.query(GroupFiles.LIST), format.get()))
                    : request.show("group.jte", page);
        } catch (IllegalArgumentException noGroup) {
            return request.missing(String.valueOf(noGroup.getMessage()));
        }
    }

    /** Shows what would become of a notice, or sends it. */
    @Post("/notice")
    HttpResponse<byte[]> notice(ConsoleRequest request, @PathVariable String id) {
        String number = number(request);
        NoticeForm form = NoticeForm.of(request.form());
        try {
            if (request.form().get("action").equals("send")) {
                groups.of(number).group(id).send(form.notice());
                request.acted("sent a notice to the group " + id);
                return request.redirect(path(number, id), new Said(true, request.texts().get("group.notice.sent")));
            }
            NoticePreview preview = new NoticePreview(broadcasts.of(number)
                    .estimate(Broadcast.toGroups(PREVIEW, form.notice(), List.of(id))));
            return request.show("group.jte", view.page(number, id, form, preview));
        } catch (IllegalArgumentException wrong) {
            return request.refuse("group.jte", view.page(number, id, form, null), String.valueOf(wrong.getMessage()));
        }
    }

    @Post("/requests")
    HttpResponse<byte[]> requests(ConsoleRequest request, @PathVariable String id) {
        List<String> ids = request.form().all("request");
        boolean approve = request.form().get("action").equals("approve");
        return ask(request, id, approve ? "approved join requests" : "rejected join requests",
                group -> approve ? group.approve(ids) : group.reject(ids));
    }

    @Post("/link")
    HttpResponse<byte[]> resetLink(ConsoleRequest request, @PathVariable String id) {
        return ask(request, id, "reset the invite link", Group::resetInviteLink);
    }

    @Post("/labels")
    HttpResponse<byte[]> label(ConsoleRequest request, @PathVariable String id) {
        String number = number(request);
        String label = request.form().get("label");
        boolean remove = request.form().get("action").equals("remove");
        try {
            Group group = groups.of(number).group(id);
            if (remove) {
                group.unlabel(label);
            } else {
                group.label(label);
            }
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return request.redirect(path(number, id), new Said(false, String.valueOf(wrong.getMessage())));
        }
        request.acted("%s the label %s of the group %s".formatted(remove ? "removed" : "set", label, id));
        return request.redirect(path(number, id),
                new Said(true, request.texts().get(remove ? "groups.unlabelled" : "groups.labelled", 1, label)));
    }

    /** Asks WhatsApp for an operation, which ends later. */
    private HttpResponse<byte[]> ask(ConsoleRequest request, String id, String what,
            Function<Group, Operation> operation) {
        String number = number(request);
        try {
            operation.apply(groups.of(number).group(id));
        } catch (IllegalArgumentException | IllegalStateException wrong) {
            return request.redirect(path(number, id), new Said(false, String.valueOf(wrong.getMessage())));
        }
        request.acted(what + " of the group " + id);
        return request.redirect(path(number, id), new Said(true, request.texts().get("group.asked")));
    }

    private String number(ConsoleRequest request) {
        return NumberChoice.of(lines, request.form().get(NumberChoice.PARAMETER)).chosen();
    }

    private static String path(String number, String id) {
        return GroupsController.PATH + "/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "?number=" + number;
    }
}
