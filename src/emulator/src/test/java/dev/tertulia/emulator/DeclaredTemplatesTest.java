package dev.tertulia.emulator;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** The templates that a project declares on its class path. */
class DeclaredTemplatesTest {

    @TempDir
    private Path folder;

    private final Templates templates = new Templates();

    private void declare(String content) throws IOException {
        Path file = folder.resolve(DeclaredTemplates.FILE);
        Files.createDirectories(file.getParent());
        Files.writeString(file, content);
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (var loader = new URLClassLoader(new URL[]{folder.toUri().toURL()}, null)) {
            thread.setContextClassLoader(loader);
            DeclaredTemplates.into(templates);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    @Test
    void areAsMetaPrintsThemOrInShort() throws IOException {
        declare("""
                {"data": [
                  {"name": "news", "language": "en", "body": "News!"},
                  {"id": "7", "name": "offer", "language": "pt_BR", "category": "MARKETING", "status": "PAUSED",
                   "components": [{"type": "BODY", "text": "Dois por um"}]}]}""");

        assertThat(templates.all()).extracting(Template::name, Template::language, Template::category,
                Template::status, template -> template.text("body")).containsExactly(
                        tuple("news", "en", "UTILITY", Template.Status.APPROVED,
                                "News!"),
                        tuple("offer", "pt_BR", "MARKETING", Template.Status.PAUSED,
                                "Dois por um"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {                                                       | it is no JSON
            {"name": "news"}                                        | it has to be a list such as [{"name": "welcome",
            [{"language": "en", "body": "x"}]                       | 'name' is missing in {"language":"en","body":"x"}.
            [{"name": "news", "body": "x"}]                         | 'language' is missing in
            [{"name": "news", "language": "en"}]                    | 'body' is missing in
            [{"name": "News!", "language": "en", "body": "x"}]      | the name 'News!' has to be lower-case letters
            [{"name": "n", "language": "en", "body": "x", "category": "SPAM"}]   | the category of 'n' is 'SPAM'; write UTILITY or MARKETING.
            [{"name": "n", "language": "en", "components": [{"type": "FOOTER", "text": "x"}]}] | 'n' has no text; write a body
            [{"name": "n", "language": "en", "body": "x"}, {"name": "n", "language": "en", "body": "y"}] | 'n' in 'en' is declared twice; drop one of them.
            """)
    void areRefusedWithWhatIsWrong(String content, String sentence) {
        assertThatIllegalArgumentException().isThrownBy(() -> declare(content))
                .withMessageContaining("whatsapp/templates.json: ").withMessageContaining(sentence);
    }
}
