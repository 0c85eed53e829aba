package dev.tertulia.moderation.classifier;

import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** Why there is no score. Its message contains neither the text nor what the endpoint wrote. */
final class ClassifierFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    ClassifierFailure(String message) {
        super(message);
    }

    /** The reason of a failed call, in a few words. */
    static String reason(Throwable failure) {
        Throwable cause = failure;
        while ((cause instanceof CompletionException || cause instanceof ExecutionException)
                && cause.getCause() != null) {
            cause = cause.getCause();
        }
        return switch (cause) {
            case ClassifierFailure known -> String.valueOf(known.getMessage());
            case TimeoutException _ -> "no answer in time";
            default -> cause.getClass().getSimpleName();
        };
    }
}
