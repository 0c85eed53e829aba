package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** Media files of the account. Guarded by the account's lock. */
final class MediaStore {
    private static final Duration UPLOADED_LIVES = Duration.ofDays(30);
    private static final Duration RECEIVED_LIVES = Duration.ofDays(7);
    private static final Duration ADDRESS_LIVES = Duration.ofMinutes(5);
    private static final String PATH = "/whatsapp_business/attachments/";

    private final Map<String, StoredMedia> media = new LinkedHashMap<>();
    private final InstantSource clock;
    private final Supplier<IdGenerator> ids;

    MediaStore(InstantSource clock, Supplier<IdGenerator> ids) {
        this.clock = clock;
        this.ids = ids;
    }

    StoredMedia uploaded(String mimeType, byte[] bytes) {
        return put(mimeType, bytes, UPLOADED_LIVES);
    }

    StoredMedia received(String mimeType, byte[] bytes) {
        return put(mimeType, bytes, RECEIVED_LIVES);
    }

    private StoredMedia put(String mimeType, byte[] bytes, Duration life) {
        media.values().removeIf(old -> !old.until().isAfter(clock.instant()));
        var one = new StoredMedia(ids.get().media(), mimeType, bytes, clock.instant().plus(life));
        media.put(one.id(), one);
        return one;
    }

    Optional<StoredMedia> find(String id) {
        return Optional.ofNullable(media.get(id)).filter(one -> one.until().isAfter(clock.instant()));
    }

    void remove(String id) {
        media.remove(id);
    }

    void clear() {
        media.clear();
    }

    static boolean serves(String path) {
        return path.equals(PATH);
    }

    /**
     * Returns a URL of a file, valid for five minutes.
     *
     * @param base the base URL at which the caller reaches the emulator
     */
    String address(String base, StoredMedia one) {
        String ext = Long.toString(clock.instant().plus(ADDRESS_LIVES).getEpochSecond());
        return base + PATH + "?mid=%s&ext=%s&hash=%s".formatted(one.id(), ext, hash(one.id(), ext));
    }

    /** Returns the file at a URL; empty if the URL is invalid or expired. */
    Optional<StoredMedia> at(Map<String, String> query) {
        String id = query.getOrDefault("mid", "");
        String ext = query.getOrDefault("ext", "");
        return find(id).filter(one -> hash(id, ext).equals(query.get("hash"))
                && Long.parseLong(ext) > clock.instant().getEpochSecond());
    }

    private static String hash(String id, String ext) {
        return "AT" + StoredMedia.hexHash((id + "/" + ext).getBytes(StandardCharsets.US_ASCII)).substring(0, 32);
    }
}
