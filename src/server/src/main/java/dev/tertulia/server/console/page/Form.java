package dev.tertulia.server.console.page;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import io.micronaut.http.HttpRequest;
import io.netty.handler.codec.http.QueryStringDecoder;

/** The fields of a form that was sent. */
public record Form(Map<String, List<String>> fields) {

    /** A form without fields. */
    public static final Form NONE = new Form(Map.of());

    private static final String ATTRIBUTE = Form.class.getName();
    private static final int MOST_FIELDS = 5_000;

    /** Parses a body of the type {@code application/x-www-form-urlencoded}. */
    public static Form parse(String body) {
        return new Form(new QueryStringDecoder(body, StandardCharsets.UTF_8, false, MOST_FIELDS).parameters());
    }

    /** The form of a request that was admitted. */
    public static Form of(HttpRequest<?> request) {
        return request.getAttribute(ATTRIBUTE, Form.class).orElse(NONE);
    }

    /** Stores the form with its request. */
    public void attach(HttpRequest<?> request) {
        request.setAttribute(ATTRIBUTE, this);
    }

    /** The first value of a field, without white space at its ends; empty if there is none. */
    public String get(String name) {
        return raw(name).strip();
    }

    /** The first value of a field as it was sent. */
    public String raw(String name) {
        List<String> values = all(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /** All values of a field. */
    public List<String> all(String name) {
        return fields.getOrDefault(name, List.of());
    }

    /** Omits the values, which may be secrets. */
    @Override
    public String toString() {
        return "Form" + fields.keySet();
    }
}
