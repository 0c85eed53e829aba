package dev.tertulia.moderation.backtest;

import java.io.BufferedReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tertulia.moderation.backtest.HistoryLine.WrongLine;

/** A history in a file of JSON Lines. Lines that are wrong are skipped and counted. */
public final class HistoryFile implements History {

    private static final int LONGEST_LINE = 200_000;

    private final Path file;

    /** The history in a file. */
    public HistoryFile(Path file) {
        this.file = file;
    }

    @Override
    public BadLines forEach(Consumer events, Progress progress) throws IOException {
        BadLines bad = new BadLines();
        long size = Files.size(file);
        try (Counted bytes = new Counted(Files.newInputStream(file));
                BufferedReader reader = new BufferedReader(new InputStreamReader(bytes, StandardCharsets.UTF_8))) {
            skipMark(reader);
            long number = 0;
            for (String line = next(reader); line != null; line = next(reader)) {
                number++;
                read(line, number, events, bad);
                progress.at(bytes.read, size);
            }
        }
        return bad;
    }

    /** Some programs begin files in UTF-8 with a mark, which is no part of the first line. */
    private static void skipMark(BufferedReader reader) throws IOException {
        reader.mark(1);
        if (reader.read() != '\uFEFF') {
            reader.reset();
        }
    }

    private static void read(String line, long number, Consumer events, BadLines bad) {
        if (line.isBlank()) {
            return;
        }
        try {
            if (line.length() > LONGEST_LINE) {
                throw new WrongLine("it has more than " + LONGEST_LINE + " characters");
            }
            events.accept(number, HistoryLine.read(line));
        } catch (WrongLine e) {
            bad.add(number, e.getMessage());
        }
    }

    /** The next line, of which no more is kept than is needed to see that it is too long. */
    private static @Nullable String next(BufferedReader reader) throws IOException {
        StringBuilder line = new StringBuilder();
        int read = reader.read();
        if (read < 0) {
            return null;
        }
        for (; read >= 0 && read != '\n'; read = reader.read()) {
            if (line.length() <= LONGEST_LINE) {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    /** A stream that counts what was read. */
    private static final class Counted extends FilterInputStream {

        private long read;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read(byte[] to, int from, int length) throws IOException {
            int count = super.read(to, from, length);
            read += Math.max(0, count);
            return count;
        }
    }
}
