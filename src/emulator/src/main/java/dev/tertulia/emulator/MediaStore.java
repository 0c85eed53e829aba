package dev.tertulia.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The media of a cloud. Guarded by the cloud's lock. */
final class MediaStore {
    private static final Duration UPLOADED_LIVES = Duration.ofDays(30);
    private static final Duration RECEIVED_LIVES = Duration.ofDays(7);
    private static final Duration ADDRESS_LIVES = Duration.ofMinutes(5);
    private static final String PATH = "/whatsapp_business/attachments/";

    private final Map<String, Media> media = new LinkedHashMap<>();
    private final World world;

    MediaStore(World world) {
        this.world = world;
    }

    Media uploaded(String mimeType, byte[] bytes) {
        return put(mimeType, bytes, UPLOADED_LIVES);
    }

    Media received(String mimeType, byte[] bytes) {
        return put(mimeType, bytes, RECEIVED_LIVES);
    }

    private Media put(String mimeType, byte[] bytes, Duration life) {
        media.values().removeIf(old -> !old.until().isAfter(world.now()));
        var one = new Media(world.ids().media(), mimeType, bytes, world.now().plus(life));
        media.put(one.id(), one);
        return one;
    }

    Optional<Media> find(String id) {
        return Optional.ofNullable(media.get(id)).filter(one -> one.until().isAfter(world.now()));
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

    /** An address that works for five minutes, below the one at which the caller reaches us. */
    String address(String base, Media one) {
        String ext = Long.toString(world.now().plus(ADDRESS_LIVES).getEpochSecond());
        return base + PATH + "?mid=%s&ext=%s&hash=%s".formatted(one.id(), ext, hash(one.id(), ext));
    }

    /** What is at such an address, if it is one and still works. */
    Optional<Media> at(Map<String, String> query) {
        String id = query.getOrDefault("mid", "");
        String ext = query.getOrDefault("ext", "");
        return find(id).filter(one -> hash(id, ext).equals(query.get("hash"))
                && Long.parseLong(ext) > world.now().getEpochSecond());
    }

    private static String hash(String id, String ext) {
        return "AT" + Media.hexHash((id + "/" + ext).getBytes(StandardCharsets.US_ASCII)).substring(0, 32);
    }
}
