package dev.tertulia.business;

import java.io.IOException;

/** Thrown when a file is larger than the caller accepts. */
public final class FileTooLarge extends IOException {

    private static final long serialVersionUID = 1;

    public FileTooLarge(String message) {
        super(message);
    }
}
