package dev.tertulia.handler;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

import dev.tertulia.bot.Media;
import dev.tertulia.business.Business;
import dev.tertulia.message.Content;

/** The file of a message, which is downloaded when a bot asks for it. */
record ReceivedFile(Content.Media content, Business business) implements Media {

    @Override
    public byte[] bytes(int mostBytes) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            transferTo(bytes, mostBytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    @Override
    public long transferTo(OutputStream to, long mostBytes) throws IOException {
        return business.media().download(content.id(), mostBytes, to);
    }
}
