package dev.tertulia.server.console.login;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.micronaut.http.HttpRequest;
import io.micronaut.http.ServerHttpRequest;
import io.micronaut.http.body.ByteBody;
import io.micronaut.http.body.CloseableAvailableByteBody;
import io.micronaut.http.body.CloseableByteBody;

import dev.tertulia.server.console.page.Form;

/** Reader of the body of a form. Requests arrive here complete, so nothing waits. */
final class FormBody {

    private static final int LONGEST = 512 * 1024;

    private FormBody() {}

    /** The form of a request; empty if it is too long. */
    static Optional<Form> read(HttpRequest<?> request) {
        if (!(request instanceof ServerHttpRequest<?> whole)) {
            return Optional.of(Form.NONE);
        }
        if (whole.byteBody().expectedLength().orElse(LONGEST + 1L) > LONGEST) {
            return Optional.empty();
        }
        try (CloseableByteBody copy = whole.byteBody().split(ByteBody.SplitBackpressureMode.FASTEST);
                CloseableAvailableByteBody bytes = copy.buffer().getNow(null)) {
            return bytes == null
                    ? Optional.empty()
                    : Optional.of(Form.parse(bytes.toString(StandardCharsets.UTF_8)));
        }
    }
}
