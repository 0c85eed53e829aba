package dev.tertulia.emulator;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;

/** Generator of ids in Meta's formats, from one seeded source. */
final class IdGenerator {
    private static final String HEX = "0123456789ABCDEF";
    private static final String DIGITS = "0123456789";
    private static final String BASE62 = DIGITS + "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
    private static final String WAMID = "wamid.";
    private static final int INBOUND = 0x12;
    private static final int OUTBOUND = 0x11;
    private static final int[] HEAD = {0x1c, 0x18};
    private static final int[] OF_GROUP = {0x15, 0x08, 0x00};
    private static final int[] OF_PERSON = {0x15, 0x02, 0x00};

    private final Random random;

    IdGenerator(long seed) {
        random = new Random(seed);
    }

    private String draw(String letters, int length) {
        var text = new StringBuilder(length);
        for (int i = 0; i < length; i++) {
            text.append(letters.charAt(random.nextInt(letters.length())));
        }
        return text.toString();
    }

    /** Returns a new internal number of a group. It is part of the group's id and its messages' ids. */
    String internalGroup() {
        return "120363" + draw(DIGITS, 12);
    }

    static String group(String business, String internal) {
        return escaped("capi_group:%s:%s".formatted(business, internal));
    }

    static String joinRequest(String user, String internal) {
        return base64((user + ":" + internal).getBytes(StandardCharsets.US_ASCII));
    }

    String request() {
        return draw(HEX, 32);
    }

    String challenge() {
        return draw("0123456789", 10);
    }

    String inviteLink() {
        return "https://chat.whatsapp.com/" + draw(BASE62, 22);
    }

    String phone() {
        return "1%d%s555%s".formatted(2 + random.nextInt(8), draw(DIGITS, 2), draw(DIGITS, 4));
    }

    String user() {
        return "US.1" + draw(DIGITS, 19);
    }

    String media() {
        return "1" + draw(DIGITS, 15);
    }

    String template() {
        return "1" + draw(DIGITS, 15);
    }

    String trace() {
        return "A" + draw(BASE62, 22);
    }

    String inbound(String internalGroup, String sender) {
        var out = start(internalGroup, OF_GROUP, INBOUND);
        text(out, "3EB0" + draw(HEX, 18));
        put(out, HEAD);
        text(out, sender);
        put(out, OF_PERSON);
        return end(out);
    }

    String outbound(String internalGroup) {
        var out = start(internalGroup, OF_GROUP, OUTBOUND);
        text(out, draw(HEX, 18));
        return end(out);
    }

    String inboundFrom(String person) {
        var out = start(person, OF_PERSON, INBOUND);
        text(out, draw(HEX, 20));
        return end(out);
    }

    String outboundTo(String person) {
        var out = start(person, OF_PERSON, OUTBOUND);
        text(out, draw(HEX, 18));
        return end(out);
    }

    /** Returns whether an id has the format of a message that a person wrote. */
    static boolean isInbound(String wamid) {
        try {
            byte[] bytes = Base64.getDecoder().decode(wamid.startsWith(WAMID) ? wamid.substring(WAMID.length()) : "");
            int direction = HEAD.length + 1 + bytes[HEAD.length] + OF_GROUP.length;
            return bytes[direction] == INBOUND;
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException other) {
            return false;
        }
    }

    /** Returns the cursor of an offset in a list, in Graph's encoding. */
    static String cursor(int offset) {
        return escaped("{\"offset\":%d,\"versionId\":\"1775687554088119607\"}".formatted(offset));
    }

    /** Returns the digits of a phone number. */
    static String digits(String phone) {
        return phone.replaceAll("\\D", "");
    }

    private static String escaped(String plain) {
        return base64(plain.getBytes(StandardCharsets.US_ASCII)).replace("Z", "ZA").replace("=", "ZD");
    }

    private static ByteArrayOutputStream start(String whose, int[] kind, int direction) {
        var out = new ByteArrayOutputStream();
        put(out, HEAD);
        text(out, whose);
        put(out, kind);
        put(out, direction, 0x18);
        return out;
    }

    private static String end(ByteArrayOutputStream out) {
        out.write(0);
        return WAMID + base64(out.toByteArray());
    }

    private static void put(ByteArrayOutputStream out, int... bytes) {
        for (int one : bytes) {
            out.write(one);
        }
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
