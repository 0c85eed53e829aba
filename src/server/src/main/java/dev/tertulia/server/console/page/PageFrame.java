package dev.tertulia.server.console.page;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.server.console.access.Viewer;

/**
 * What every page shows around its content.
 *
 * @param viewer who looks at it; {@code null} before the login
 * @param token  the token that each form has to contain
 * @param path   the path of the page
 * @param said   the result of what the person did before; {@code null} if there is none
 */
public record PageFrame(Texts texts, @Nullable Viewer viewer, String token, String path, List<Link> links,
        @Nullable Said said) {

    /** A frame of a page for people who are not logged in. */
    public static PageFrame before(Texts texts, String path) {
        return new PageFrame(texts, null, "", path, List.of(), null);
    }

    /** This frame with a token for its forms. */
    public PageFrame withToken(String other) {
        return new PageFrame(texts, viewer, other, path, links, said);
    }

    /** A text in the language of the page. */
    public String t(String key, @Nullable Object... arguments) {
        return texts.get(key, arguments);
    }

    /** Whether the person may change something. */
    public boolean mayAct() {
        return viewer != null && viewer.mayAct();
    }

    /** A moment in UTC, for people without JavaScript. */
    public String utc(Instant moment) {
        return moment.toString().replaceFirst("T", " ").replaceFirst("(:\\d\\d)(\\.\\d+)?Z", "$1 UTC");
    }
}
