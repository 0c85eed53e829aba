package dev.tertulia.testkit;

import java.util.HexFormat;

/** Sample files for members to send. */
final class TestFiles {

    /** A JPEG of one grey pixel. */
    static final byte[] JPEG = HexFormat.of().parseHex("ffd8ffe000104a46494600010100000100010000"
            + "ffdb004300ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff"
            + "ffffffffffffffffffffffffffffffff"
            + "ffc0000b080001000101011100ffc40014000100000000000000000000000000000009ffc40014100100000000000000000000"
            + "000000000000ffda0008010100003f0054ffd9");

    /** The content of a file that nobody opens. */
    static final byte[] BYTES = {1, 2, 3, 4};

    private TestFiles() {}
}
