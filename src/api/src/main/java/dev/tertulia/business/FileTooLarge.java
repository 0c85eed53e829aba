package dev.tertulia.business;

import java.io.IOException;

/** A file has more bytes than the caller wants. */
public final class FileTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    public FileTooLarge(String message) {
        super(message);
    }
}
