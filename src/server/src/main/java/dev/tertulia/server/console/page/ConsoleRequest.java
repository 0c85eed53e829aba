package dev.tertulia.server.console.page;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.HttpResponse;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.MediaType;
import io.micronaut.http.MutableHttpResponse;

import dev.tertulia.server.console.access.Session;
import dev.tertulia.server.console.access.Viewer;

/** A request of a person who is logged in, and the ways to answer it. Controllers take one as parameter. */
public final class ConsoleRequest {

    static final MediaType HTML = new MediaType("text/html;charset=utf-8");

    private final HttpRequest<?> request;
    private final Session session;
    private final Templates templates;
    private final Texts texts;

    ConsoleRequest(HttpRequest<?> request, Session session, Templates templates) {
        this.request = request;
        this.session = session;
        this.templates = templates;
        this.texts = Texts.accepting(request.getHeaders().get("Accept-Language"));
    }

    /** Who sends it. */
    public Viewer viewer() {
        return session.viewer();
    }

    /** The texts in the language of the person. */
    public Texts texts() {
        return texts;
    }

    /** The path, without the query. */
    public String path() {
        return request.getPath();
    }

    /** A parameter of the query; empty if there is none. */
    public String query(String name) {
        return Optional.ofNullable(request.getParameters().get(name)).orElse("").strip();
    }

    /** The form that was sent. */
    public Form form() {
        return Form.of(request);
    }

    /** What a list shows, by the query. */
    public ListQuery list() {
        return ListQuery.of(path(), request.getParameters());
    }

    /** A page. */
    public MutableHttpResponse<byte[]> show(String template, Object model) {
        Optional<Said> said = SaidCookie.read(request);
        MutableHttpResponse<byte[]> response = html(templates.render(template, frame(said), model));
        said.ifPresent(shown -> SaidCookie.delete(response));
        return response;
    }

    /** A page that says what was wrong with a form. */
    public MutableHttpResponse<byte[]> refuse(String template, Object model, String why) {
        return html(templates.render(template, frame(Optional.of(new Said(false, why))), model))
                .status(HttpStatus.UNPROCESSABLE_ENTITY);
    }

    /** A page that is missing. */
    public MutableHttpResponse<byte[]> missing(String what) {
        return show("missing.jte", what).status(HttpStatus.NOT_FOUND);
    }

    /** Leads to a page after an action, and shows its result there. */
    public MutableHttpResponse<byte[]> redirect(String path, Said said) {
        MutableHttpResponse<byte[]> response = HttpResponse.seeOther(URI.create(path));
        SaidCookie.write(response, said);
        return response;
    }

    /** Records in the trail what the person did: one clause, without anything that people wrote. */
    public void acted(String what) {
        Trail.record(viewer(), what);
    }

    /** A file to be saved. */
    public MutableHttpResponse<byte[]> file(Export.File file) {
        return HttpResponse.ok(file.content()).contentType(new MediaType(file.type()))
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"");
    }

    private PageFrame frame(Optional<Said> said) {
        return new PageFrame(texts, viewer(), session.formToken(), path(), Navigation.of(path(), texts),
                said.orElse(null));
    }

    static MutableHttpResponse<byte[]> html(String page) {
        return HttpResponse.ok(page.getBytes(StandardCharsets.UTF_8)).contentType(HTML);
    }
}
