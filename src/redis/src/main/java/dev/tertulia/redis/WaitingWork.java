package dev.tertulia.redis;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import dev.tertulia.outbox.Send;
import dev.tertulia.outbox.WaitingSend;
import dev.tertulia.store.WaitingMail;

/** Reads what waits in mailboxes and queues. What is handled or sent meanwhile is left out. */
final class WaitingWork {

    private static final int MAIL_FIELDS = 4;
    private static final int SEND_FIELDS = 4;

    private WaitingWork() {}

    /** The mail of groups, as mailboxes.lua finds it. */
    static List<WaitingMail> mail(Scripts scripts, Keys keys, Collection<String> groups) {
        List<String> once = List.copyOf(new LinkedHashSet<>(groups));
        Call call = new Call(Script.MAILBOXES).keys(keys.ready(), keys.attempts());
        once.forEach(group -> call.args(group).keyArg(keys.mail(group)));
        List<@Nullable Object> found = scripts.list(call);
        List<WaitingMail> mail = new ArrayList<>();
        for (int i = 0; i < once.size(); i++) {
            mail.add(mail(once.get(i), found.subList(i * MAIL_FIELDS, (i + 1) * MAIL_FIELDS)));
        }
        return mail.stream().filter(one -> one.events() > 0).toList();
    }

    private static WaitingMail mail(String group, List<@Nullable Object> fields) {
        return new WaitingMail(group, (Long) fields.get(0), ((Long) fields.get(1)).intValue(),
                (Long) fields.get(2) == 1, Duration.of((Long) fields.get(3), ChronoUnit.MICROS));
    }

    /**
     * The first entries of queues, as heads.lua finds them.
     *
     * @param queues the digit of the place and the group of each, as first.lua keeps them
     */
    static List<WaitingSend> sends(Scripts scripts, Keys keys, List<String> queues) {
        Call call = new Call(Script.HEADS).keys(keys.awaited());
        for (String queue : queues) {
            OutboxCalls.Place place = OutboxCalls.PLACES.get(queue.charAt(0) - '1');
            String group = queue.substring(1);
            call.args(group).keyArg(keys.queue(group, place.lane(), place.priority()))
                    .keyArg(keys.due(place.lane(), place.priority()));
        }
        List<@Nullable Object> found = scripts.list(call);
        List<WaitingSend> sends = new ArrayList<>();
        for (int i = 0; i < found.size(); i += SEND_FIELDS) {
            send(found.subList(i, i + SEND_FIELDS)).ifPresent(sends::add);
        }
        return sends;
    }

    private static Optional<WaitingSend> send(List<@Nullable Object> fields) {
        String json = (String) fields.get(1);
        Optional<Send> first = json == null ? Optional.empty() : RedisOutbox.read(json);
        return first.map(send -> new WaitingSend(send, (Long) fields.get(0), moment((String) fields.get(2)),
                (Long) fields.get(3) == 1));
    }

    private static @Nullable Instant moment(@Nullable String score) {
        return score == null ? null : Instant.ofEpochMilli((long) Double.parseDouble(score));
    }
}
