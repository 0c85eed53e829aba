package dev.tertulia.server.console.broadcasts;

import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.broadcast.BroadcastProgress;
import dev.tertulia.server.console.notice.NoticeForm;
import dev.tertulia.server.console.notice.NoticePreview;
import dev.tertulia.server.console.page.ListControls;
import dev.tertulia.server.console.page.NumberChoice;

/**
 * The broadcasts of the last 90 days, and the form of a new one.
 *
 * @param name    the name of the new one, as it was typed
 * @param label   the label of its groups, as it was typed
 * @param form    its notice, as it was typed
 * @param preview what would become of it; {@code null} before it was asked
 */
public record BroadcastsPage(NumberChoice number, List<BroadcastProgress> broadcasts, ListControls list, String name,
        String label, NoticeForm form, @Nullable NoticePreview preview) {}
