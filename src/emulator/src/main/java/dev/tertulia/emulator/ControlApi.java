package dev.tertulia.emulator;

import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tertulia.emulator.http.Json;
import dev.tertulia.emulator.http.Request;
import dev.tertulia.emulator.http.Response;
import dev.tertulia.emulator.http.Route;
import dev.tertulia.emulator.lock.StateLock;
import dev.tertulia.emulator.webhook.DeliverySettings;

/**
 * Control interface: JSON over HTTP to act as people and as Meta, in any language. The playground page is one of its
 * clients. An error is {@code {"error": "what to do"}}, with status 404 if something is unknown, else 400.
 *
 * <table>
 * <caption>Routes, below /emulator</caption>
 * <tr><td>GET /state</td><td>the state of the emulator</td></tr>
 * <tr><td>GET /changes?after=SEQ&amp;run=RUN&amp;wait=SECONDS</td><td>the same, as soon as its {@code seq} differs; at once if its {@code run} differs</td></tr>
 * <tr><td>GET /calls</td><td>the latest Graph API calls with their responses</td></tr>
 * <tr><td>GET /deliveries</td><td>the latest webhooks: waiting, delivered, or why they failed</td></tr>
 * <tr><td>PUT /deliveries</td><td>{batch?, duplicates?, shuffled?, late?, escaped?, extras?}: see {@link DeliverySettings}</td></tr>
 * <tr><td>POST /deliveries/{id}/again</td><td>sends a duplicate of a webhook</td></tr>
 * <tr><td>PUT /receipts</td><td>{together?, delivered?, read?, backwards?, twice?}: see {@link Receipts}</td></tr>
 * <tr><td>POST /graph</td><td>{method, path, body?}: calls the Graph API as the bot would</td></tr>
 * <tr><td>POST /numbers</td><td>{id, display_phone_number}: adds a number of the business</td></tr>
 * <tr><td>POST /groups</td><td>{subject, description?, join_approval_mode?, number?}</td></tr>
 * <tr><td>POST /groups/{id}/members</td><td>{name, phone?}: joins; an empty phone is hidden</td></tr>
 * <tr><td>POST /join</td><td>{invite_link, name, phone?}: joins by link</td></tr>
 * <tr><td>DELETE /groups/{id}/members/{member}</td><td>leaves</td></tr>
 * <tr><td>DELETE /groups/{id}/join_requests/{request}</td><td>revokes a join request</td></tr>
 * <tr><td>POST /groups/{id}/messages</td><td>{from, text, quoted?, forwarded?, at?}: sends a message, in the past if at is given; or {from, type, content, …} for an image, a reaction and the like, a file's bytes as content.data in
 * Base64</td></tr>
 * <tr><td>POST /groups/{id}/taps</td><td>{from, message, id}: taps a quick reply of a template</td></tr>
 * <tr><td>POST /people</td><td>{name, phone?, number?}: adds a person outside of groups, with an empty private chat</td></tr>
 * <tr><td>GET /people/{person}/messages?number=ID</td><td>the private chat of a person, by id or phone number</td></tr>
 * <tr><td>POST /people/{person}/messages</td><td>{text, name?, number?, …}: writes privately to the business; the rest as in groups</td></tr>
 * <tr><td>POST /people/{person}/taps</td><td>{message, id, number?}: taps a button or a row, by its id, payload or title</td></tr>
 * <tr><td>POST /people/{member}/number, DELETE /people/{member}/number</td><td>{phone?}: changes the number and the user id; or hides the number</td></tr>
 * <tr><td>POST /groups/{id}/suspend, /clear</td><td>Meta suspends the group, or ends the suspension</td></tr>
 * <tr><td>GET /groups/{id}/picture, GET /media/{id}</td><td>the bytes</td></tr>
 * <tr><td>POST /clock</td><td>{advance: "PT25H"}</td></tr>
 * <tr><td>POST /faults, DELETE /faults</td><td>{fault, times?}: the next calls fail</td></tr>
 * <tr><td>PUT /troubles</td><td>{troubles: […]}: the lasting conditions in force, see {@link Trouble}</td></tr>
 * <tr><td>PUT /webhook</td><td>{url, app_secret?}: where deliveries go</td></tr>
 * <tr><td>POST /templates</td><td>{name, language, body, category?}</td></tr>
 * <tr><td>POST /templates/{name}/{language}/status</td><td>{status, reason?}: Meta approves, rejects, pauses</td></tr>
 * <tr><td>POST /templates/{name}/{language}/category</td><td>{category}: Meta changes the category</td></tr>
 * <tr><td>POST /account</td><td>{event, …}: Meta restricts, disables or reinstates the account, in the format of account_update</td></tr>
 * <tr><td>POST /numbers/{id}/quality</td><td>{event, current_limit?}: Meta flags a number, or changes its messaging limit</td></tr>
 * <tr><td>POST /limits</td><td>{messages_per_second?, operations_per_second?, management_per_hour?, pair_burst?}: 0 for
 * none</td></tr>
 * <tr><td>POST /seed</td><td>a seed file as JSON: see {@link SeedFile}</td></tr>
 * <tr><td>POST /reset</td><td>resets everything but the webhook's address and the clock</td></tr>
 * </table>
 */
final class ControlApi {
    private final List<Route> routes;

    ControlApi(EmulatorState state, StateLock lock, Membership membership, GraphApi graph) {
        var all = new ArrayList<Route>();
        all.addAll(new WireControl(state, lock, graph).routes());
        all.addAll(new PeopleControl(state, lock, membership).routes());
        all.addAll(new MetaControl(state, lock, membership).routes());
        routes = List.copyOf(all);
    }

    static boolean serves(String path) {
        return path.equals("/emulator") || path.startsWith("/emulator/");
    }

    Response handle(Request request) {
        try {
            Optional<Response> response = routes.stream()
                    .flatMap(route -> route.match(request).map(route.answer()).stream()).findFirst();
            return response.orElseGet(() -> unknown(request));
        } catch (NoSuchElementException e) {
            return error(404, e.getMessage());
        } catch (IllegalArgumentException e) {
            return error(400, e.getMessage());
        } catch (Refusal e) {
            return error(400, e.error().details());
        } catch (DateTimeException | ArithmeticException e) {
            return error(400, e.getMessage() + ". A duration looks like PT25H, a time like 2026-11-21T10:00:00Z.");
        }
    }

    private Response unknown(Request request) {
        return error(404, "There is no %s %s. The routes are: %s.".formatted(request.method(), request.path(),
                routes.stream().map(Route::toString).collect(Collectors.joining(", "))));
    }

    private static Response error(int status, String whatToDo) {
        return Response.json(status, Json.object("error", whatToDo));
    }
}
