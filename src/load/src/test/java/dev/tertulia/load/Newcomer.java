package dev.tertulia.load;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;

/** Somebody who starts the demo and writes to its bot in a browser. */
final class Newcomer {

    private static final List<String> BROWSERS = List.of("chromium", "chromium-browser", "google-chrome");
    private static final Pattern URL = Pattern.compile("http://localhost:(\\d+)");
    private static final Set<String> KEPT = Set.of("PATH", "HOME", "LANG");
    private static final double PATIENCE = 60_000;

    private Newcomer() {}

    /**
     * Runs the command, writes to the bot, waits for its answer, and ends the program.
     *
     * @return the time from the command to the answer
     */
    static Duration visit(Path project, List<String> command, String path, Duration patience) {
        long begin = System.nanoTime();
        Process process = start(project, command);
        try {
            int port = port(process).get(patience.toMillis(), TimeUnit.MILLISECONDS);
            ping("http://localhost:" + port + path);
            return Duration.ofNanos(System.nanoTime() - begin);
        } catch (Exception e) {
            throw new IllegalStateException("no answer", e);
        } finally {
            List<ProcessHandle> all = Stream.concat(Stream.of(process.toHandle()), process.descendants()).toList();
            all.forEach(ProcessHandle::destroy);
            all.forEach(one -> one.onExit().join());
        }
    }

    /** Starts the command as in a new terminal, but at any free port, since another program may use the usual one. */
    private static Process start(Path project, List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command).directory(project.toFile()).redirectErrorStream(true);
        builder.environment().keySet().retainAll(KEPT);
        builder.environment().put("TERTULIA_PORT", "0");
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IllegalStateException(command + " cannot be run", e);
        }
    }

    private static CompletableFuture<Integer> port(Process process) {
        CompletableFuture<Integer> port = new CompletableFuture<>();
        Thread.ofVirtual().start(() -> {
            StringBuilder said = new StringBuilder();
            try (BufferedReader lines = process.inputReader()) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    said.append(line).append('\n');
                    Matcher url = URL.matcher(line);
                    if (url.find()) {
                        port.complete(Integer.valueOf(url.group(1)));
                    }
                }
                port.completeExceptionally(new IllegalStateException("it ended:\n" + said));
            } catch (IOException e) {
                port.completeExceptionally(e);
            }
        });
        return port;
    }

    private static void ping(String url) {
        try (
                Playwright playwright = Playwright.create(
                        new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
                Browser browser = playwright.chromium().launch(new LaunchOptions().setExecutablePath(chromium())
                        .setArgs(List.of("--no-sandbox", "--disable-gpu", "--no-first-run")).setTimeout(PATIENCE));) {
            Page page = browser.newPage();
            page.setDefaultTimeout(PATIENCE);
            page.navigate(url);
            page.locator("[data-testid=phone]").first().getByLabel(Pattern.compile("Message as .*")).fill("/ping");
            page.keyboard().press("Enter");
            page.locator("[data-testid=bubble][data-from=business]").getByText("pong").first().waitFor();
        }
    }

    private static Path chromium() {
        return BROWSERS.stream().flatMap(name -> Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .map(folder -> Path.of(folder, name))).filter(Files::isExecutable).findFirst()
                .orElseThrow(() -> new IllegalStateException("none of " + BROWSERS + " is on the PATH"));
    }
}
