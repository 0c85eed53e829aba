package dev.tertulia.turn;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import dev.tertulia.action.GroupOperation;
import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.TurnPosition;

/**
 * The order in which a turn's entries leave: as they were written, in each conversation. Within a queue that is so by
 * itself; an entry that is written behind one in another queue waits for that one. A deletion goes last, because
 * nothing can be said or done in a group that is gone.
 */
final class EffectOrder {

    private EffectOrder() {}

    static List<Send> of(List<Send> written) {
        if (written.size() < 2) {
            return List.copyOf(written);
        }
        Set<String> deleted = new HashSet<>();
        written.stream().filter(EffectOrder::deletes).map(Send::group).forEach(deleted::add);
        Map<String, Send> last = new HashMap<>();
        List<Send> ordered = new ArrayList<>();
        for (Send send : written.stream().sorted(Comparator.comparing(EffectOrder::deletes)).toList()) {
            boolean beforeDeletion = deleted.contains(send.group()) && !deletes(send);
            String after = after(send, last.put(send.group(), send));
            ordered.add(after == null && !beforeDeletion ? send : send.in(new TurnPosition(after, beforeDeletion)));
        }
        return List.copyOf(ordered);
    }

    private static boolean deletes(Send send) {
        return send.action() instanceof GroupOperation.DeleteGroup;
    }

    private static @Nullable String after(Send send, @Nullable Send before) {
        return before == null || before.lane() == send.lane() && before.priority() == send.priority()
                ? null
                : before.id();
    }
}
