package dev.tertulia.redis;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

import io.lettuce.core.codec.RedisCodec;

/**
 * Texts as UTF-8, always: half an emoji becomes a question mark. Lettuce's own codec makes it bytes that are no UTF-8,
 * so what is read back is another text, and a step that compares both never ends.
 */
final class Utf8 implements RedisCodec<String, String> {

    static final Utf8 CODEC = new Utf8();

    private Utf8() {}

    @Override
    public String decodeKey(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    @Override
    public String decodeValue(ByteBuffer bytes) {
        return decodeKey(bytes);
    }

    @Override
    public ByteBuffer encodeKey(String text) {
        return ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public ByteBuffer encodeValue(String text) {
        return encodeKey(text);
    }
}
