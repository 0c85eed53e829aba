package dev.tertulia.server;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.tertulia.server.outside.Meta;

/** A person at the console without a browser: keeps the cookies and the token of the last page. */
final class ConsoleVisitor implements AutoCloseable {

    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    private final Meta http;
    private String cookie = "";
    private String said = "";
    private String token = "";

    ConsoleVisitor(URI server) {
        this.http = new Meta(server);
    }

    /** Logs in and returns the response to the form. */
    HttpResponse<String> login(String password) {
        return login(password, "Ana");
    }

    /** Logs in under another name. */
    HttpResponse<String> login(String password, String name) {
        get("/console/login");
        HttpResponse<String> answer = post("/console/login", Map.of("password", password, "name", name));
        get("/console");
        return answer;
    }

    HttpResponse<String> get(String path) {
        HttpResponse<String> page = http.send(request(path));
        said = "";
        Matcher found = TOKEN.matcher(page.body());
        token = found.find() ? found.group(1) : token;
        return page;
    }

    /** Sends a form with the token of the last page. */
    HttpResponse<String> post(String path, Map<String, String> fields) {
        return post(path, fields, token);
    }

    HttpResponse<String> post(String path, Map<String, String> fields, String otherToken, String... headers) {
        HttpRequest.Builder request = request(path);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        HttpResponse<String> answer = http.send(request.header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(encode("token", otherToken) + fields.entrySet().stream()
                        .map(field -> "&" + encode(field.getKey(), field.getValue())).collect(Collectors.joining()))));
        List<String> cookies = answer.headers().allValues("Set-Cookie").stream().map(one -> one.split(";")[0]).toList();
        cookies.stream().filter(one -> one.startsWith("tertulia-console=")).forEach(one -> cookie = one);
        said = cookies.stream().filter(one -> one.startsWith("tertulia-console-said=")).findFirst().orElse("");
        return answer;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = http.request(path);
        String cookies = Stream.of(cookie, said).filter(one -> !one.isEmpty()).collect(Collectors.joining("; "));
        return cookies.isEmpty() ? request : request.header("Cookie", cookies);
    }

    private static String encode(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    String token() {
        return token;
    }

    String cookie() {
        return cookie;
    }

    void cookie(String other) {
        cookie = other;
    }

    @Override
    public void close() {
        http.close();
    }
}
