package dev.tertulia.redis;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisCommandTimeoutException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.cluster.PartitionSelectorException;

import dev.tertulia.store.StoreUnavailable;

/** Tells in plain words why Redis is away, without any secret; an error of ours stays what it is. */
final class Failures {

    private static final Map<String, String> MEANINGS = Map.ofEntries(
            Map.entry("OOM", "is full: raise its maxmemory"),
            Map.entry("READONLY", "is a read-only replica: give the address of the master or of Sentinels"),
            Map.entry("LOADING", "is still loading its data: that ends by itself"),
            Map.entry("CLUSTERDOWN", "is a cluster with slots that no node serves: bring the missing masters back"),
            Map.entry("MASTERDOWN",
                    "is a replica that lost its master: bring the master back, or give the address of the new one"),
            Map.entry("MISCONF", "takes no writes because it cannot save them to its disk: make room there"),
            Map.entry("NOREPLICAS", "takes no writes because it has too few replicas: bring them back"),
            Map.entry("BUSY", "is busy with a script: if that does not end, send it SCRIPT KILL"),
            Map.entry("TRYAGAIN", "is moving slots to another node: that ends by itself"),
            Map.entry("NOAUTH", "wants a password: put it into the address"),
            Map.entry("WRONGPASS", "does not accept the user name and password: correct the address"),
            Map.entry("NOPERM", "does not allow this user what is needed: give it ~tertulia:* and +@all"));

    /** The code an error begins with; Redis 6.2 puts it behind a hyphen when a script met it. */
    private static final Pattern CODE = Pattern.compile("(?:^|-)(" + String.join("|", MEANINGS.keySet()) + ")\\b");

    private static final Set<String> DEMOTED = Set.of("READONLY", "MASTERDOWN");

    private final String where;
    private final Duration patience;

    Failures(RedisURI uri, Duration patience) {
        List<RedisURI> hosts = uri.getSentinels().isEmpty() ? List.of(uri) : uri.getSentinels();
        this.where = (uri.getSentinels().isEmpty() ? "Redis at " : "Redis behind Sentinels at ")
                + hosts.stream().map(host -> host.getHost() + ":" + host.getPort()).collect(Collectors.joining(", "));
        this.patience = patience;
    }

    /** Whether the server that answered became a replica, so that by now the address may lead to another one. */
    static boolean demoted(Throwable failure) {
        return DEMOTED.contains(code(root(failure)));
    }

    /** A sentence about the server. */
    String named(String whatItDoes) {
        return where + " " + whatItDoes;
    }

    RuntimeException translate(Throwable failure) {
        Throwable root = root(failure);
        String meaning = MEANINGS.get(code(root));
        if (meaning != null) {
            return new StoreUnavailable(where + " " + meaning, failure);
        }
        if (root instanceof ServerInfo.TooOld) {
            return new StoreUnavailable(where + " cannot be used: " + root.getMessage(), failure);
        }
        if (failure instanceof RedisCommandExecutionException ours) {
            return ours;
        }
        if (root instanceof RedisCommandTimeoutException) {
            return new StoreUnavailable(where + " did not answer within " + patience.toSeconds() + " s", failure);
        }
        String reason = Objects.requireNonNullElse(root.getMessage(), root.getClass().getSimpleName());
        return new StoreUnavailable(where + " cannot be reached: " + reason, failure);
    }

    private static Throwable root(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A slot without a server is detected by the client or by the server that received the command. */
    private static String code(Throwable root) {
        if (root instanceof PartitionSelectorException) {
            return "CLUSTERDOWN";
        }
        Matcher code = CODE.matcher(String.valueOf(root.getMessage()));
        return code.find() ? code.group(1) : "";
    }
}
