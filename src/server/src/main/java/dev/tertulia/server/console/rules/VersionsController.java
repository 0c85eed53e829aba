package dev.tertulia.server.console.rules;

import java.util.List;
import java.util.Optional;

import io.micronaut.http.HttpResponse;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.rules.RuleFileException;
import dev.tertulia.server.console.page.ConsolePage;
import dev.tertulia.server.console.page.ConsoleRequest;
import dev.tertulia.server.console.page.Export;
import dev.tertulia.server.console.page.NumberChoice;
import dev.tertulia.server.console.page.Said;
import dev.tertulia.server.lines.Lines;

/** The pages of the versions that the rule file had before. */
@Controller(VersionsController.PATH)
@ConsolePage
final class VersionsController {

    static final String PATH = RuleDesk.PATH + "/versions";

    private static final Export<VersionsPage.Version> FILE = new Export<>("rule-versions", List.of(
            new Export.Column<>("name", VersionsPage.Version::name),
            new Export.Column<>("replaced", VersionsPage.Version::replaced)));

    private final RuleDesk desk;
    private final Lines lines;

    VersionsController(RuleDesk desk, Lines lines) {
        this.desk = desk;
        this.lines = lines;
    }

    @Get
    HttpResponse<byte[]> list(ConsoleRequest request) {
        if (desk.moderation().isOff()) {
            return request.show("moderation-off.jte", "");
        }
        Optional<Export.Format> format = request.list().format();
        return format.isPresent()
                ? request.file(FILE.write(format.get(), versions()))
                : request.show("rules-versions.jte", page(request, null));
    }

    private List<VersionsPage.Version> versions() {
        return desk.store().names().stream().map(VersionsController::version).toList();
    }

    private VersionsPage page(ConsoleRequest request, VersionsPage.@Nullable Shown shown) {
        return new VersionsPage(NumberChoice.of(lines, request.query(NumberChoice.PARAMETER)),
                versions(), shown,
                desk.store().isWritable());
    }

    private static VersionsPage.Version version(String name) {
        return new VersionsPage.Version(name, RuleStore.replaced(name));
    }

    private Optional<String> text(String name) {
        return desk.moderation().isOff() ? Optional.empty() : desk.store().version(name);
    }

    @Get("/{name}")
    HttpResponse<byte[]> one(ConsoleRequest request, @PathVariable String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return request.missing(request.texts().get("versions.unknown"));
        }
        RuleDesk.Checked checked = desk.check(text.get());
        return request.show("rules-versions.jte", page(request, new VersionsPage.Shown(version(name), text.get(),
                checked.rules() == null, checked.changes(), RuleStore.hash(desk.store().text()))));
    }

    @Post("/{name}/restore")
    HttpResponse<byte[]> restore(ConsoleRequest request, @PathVariable String name) {
        Optional<String> text = text(name);
        if (text.isEmpty()) {
            return request.missing(request.texts().get("versions.unknown"));
        }
        if (!desk.store().isWritable()) {
            return request.redirect(PATH, new Said(false, request.texts().get("rules.readonly")));
        }
        try {
            desk.store().save(text.get(), request.form().get("base"), desk.moderation().now());
        } catch (RuleFileException wrong) {
            return request.redirect(PATH, new Said(false, request.texts().get("rules.wrong")));
        } catch (RuleStore.ChangedMeanwhile changed) {
            return request.redirect(PATH, new Said(false, request.texts().get("rules.changed")));
        }
        request.acted("restored the rule file of " + name);
        return request.redirect(RuleDesk.PATH, new Said(true, request.texts().get("rules.saved")));
    }
}
