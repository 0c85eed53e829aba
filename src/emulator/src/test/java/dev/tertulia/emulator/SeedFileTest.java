package dev.tertulia.emulator;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SeedFileTest {
    private final FakeWhatsApp whatsApp = new FakeWhatsApp(AccountSettings.demo(), MovableClock.stoppedAt(Stage.START));

    @TempDir
    private Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("seed.yml"), text);
    }

    @Test
    void everythingIsThere() throws IOException {
        whatsApp.seed(file("""
                numbers:
                  - {id: "2222", display_phone_number: "+1 555 078 3882"}
                templates:
                  - {name: welcome, language: en, body: "Welcome, {{1}}!"}
                limits: {messages_per_second: 80}
                people: [Emil, {name: Fay, phone: "+1 650 555 1235", number: "2222"}]
                groups:
                  - subject: Book club
                    members: [Ana, {name: Ben, phone: "+1 650 555 1234"}, {name: Cleo, phone: ""}]
                  - {subject: Board, number: "2222", join_approval_mode: approval_required, members: [Dora]}
                """));

        assertThat(whatsApp.groups()).extracting(GroupView::subject).containsExactly("Book club", "Board");
        assertThat(whatsApp.groups().getFirst().members()).extracting(MemberView::name).containsExactly("Ana", "Ben",
                "Cleo");
        assertThat(whatsApp.groups().getFirst().members()).extracting(MemberView::phone).contains("16505551234", "");
        assertThat(whatsApp.groups().getLast().members()).isEmpty();
        MemberView fay = whatsApp.person("", "16505551235");
        assertThat(fay.name()).isEqualTo("Fay");
        assertThat(whatsApp.privateChat("2222", fay.id()).transcript()).isEmpty();
        assertThat(whatsApp.templates().all()).extracting(Template::name).containsExactly("welcome");
    }

    @Test
    void equalFilesGiveEqualIds() throws IOException {
        Path file = file("groups: [{subject: Book club, members: [Ana]}]");
        whatsApp.seed(file);
        GroupView first = whatsApp.groups().getFirst();

        whatsApp.reset();
        whatsApp.seed(file);

        assertThat(whatsApp.groups()).containsExactly(first);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
            "group: [] | A seed file has no 'group'; it may have [groups, limits, numbers, people, templates].",
            "groups: [{members: [Ana]}] | 'subject' is missing in {\"members\":[\"Ana\"]}.",
            "groups: [{subject: a, topic: b}] | A group has no 'topic'; it may have [description, join_approval_mode, members, number, subject].",
            "groups: {subject: a} | 'groups' is a list."})
    void mistakeIsExplained(String yaml, String message) throws IOException {
        Path file = file(yaml);

        assertThatIllegalArgumentException().isThrownBy(() -> whatsApp.seed(file)).withMessage(message);
    }

    @Test
    void fileThatIsNoYaml() throws IOException {
        Path file = file("groups: [");

        assertThatIllegalArgumentException().isThrownBy(() -> whatsApp.seed(file))
                .withMessageStartingWith(file + " is not valid YAML: ");
    }

    @Test
    void fileThatIsNotThere() {
        assertThatThrownBy(() -> whatsApp.seed(folder.resolve("none.yml"))).isInstanceOf(UncheckedIOException.class)
                .hasMessage("%s cannot be read: it is not there.".formatted(folder.resolve("none.yml")));
    }
}
