package dev.tertulia.moderation.text;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Numbers, addresses, fingerprints and letters. */
class TextTest {

    private static final String ADVERT = "Ganhe dinheiro em casa com apenas duas horas por dia, escreva agora mesmo para mim";

    @ParameterizedTest
    @ValueSource(strings = {"call +34 600 000 000 now", "call +34600000000", "(+34) 600-000-000",
            "call +34 ６００ ０００ ０００", "+34\u200b600\u200b000\u200b000"})
    void anInternationalNumberIsFound(String text) {
        assertThat(PhoneNumbers.find(text)).extracting(PhoneNumber::number).containsExactly("+34600000000");
    }

    @Test
    void aNationalNumberIsFoundForItsCountry() {
        String text = "llama al 600 000 000";

        assertThat(PhoneNumbers.find(text)).isEmpty();
        assertThat(PhoneNumbers.find(text, "ES")).containsExactly(new PhoneNumber("+34600000000", 9, 20));
        assertThat(PhoneNumbers.region("+34600000000")).isEqualTo("ES");
        assertThat(PhoneNumbers.region("nothing")).isEqualTo("ZZ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"27.11.2026", "10:30-11:45", "12345", "1.000.000 €", "IBAN ES91 2100 0418 4502 0005 1332"})
    void otherNumbersAreNone(String text) {
        assertThat(PhoneNumbers.find(text, "ES")).isEmpty();
    }

    @Test
    void anAddressIsFound() {
        String text = "Write to ana.maria@mail.example.org, or to @ana";

        assertThat(Emails.find(text)).containsExactly(new Email("ana.maria@mail.example.org", 9, 35));
    }

    @ParameterizedTest
    @ValueSource(strings = {"GANHE dinheiro em casa com apenas duas horas por dia, escreva agora mesmo para mim!!! 🔥",
            "Ganhe dinheiro em casa com apenas 2 duas horas por dia, escreva agora mesmo para mim 4711",
            "G4nhe d1nheiro em c4sa com apenas duas horas por dia, escreva agora mesmo p4ra mim",
            "Ganhe dinheiro em casa com apenas duas horas por dia escreva agora mesmo a mim"})
    void aTextThatIsChangedALittleIsNear(String changed) {
        SimHash advert = SimHash.of(ADVERT);

        assertThat(advert.isNear(SimHash.of(changed))).isTrue();
        assertThat(advert.bands()).hasSize(4).containsAnyElementsOf(SimHash.of(changed).bands());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Obrigado a todos                                    | Obrigado a todas
            Bom dia                                             | Boa tarde
            Who brings the cake to the party on Saturday night? | Who brings the drinks to the meeting on Sunday?
            See you at five in front of the main station        | See you at eight in front of the old church
            """)
    void otherTextsAreNot(String one, String other) {
        assertThat(SimHash.of(one).isNear(SimHash.of(other))).isFalse();
    }

    @Test
    void shortTextsAreNearToThemselves() {
        assertThat(SimHash.of("Bom dia!").isNear(SimHash.of("BOM DIA 😀"))).isTrue();
    }

    @Test
    void aCharacterIsWhatPeopleCount() {
        assertThat(Letters.of("e\u0301🇵🇹👨‍👩‍👧👍🏽1️⃣ok")).isEqualTo(new Letters(7, 3, 0, 4));
    }

    @Test
    void capitalsAreAShareOfWhatCouldBeOne() {
        assertThat(Letters.of("ABCd 123 !!! 中文").capitalShare()).isEqualTo(0.75);
        assertThat(Letters.of("123").capitalShare()).isZero();
        assertThat(Letters.of("© 2026 # *").emoji()).isZero();
    }
}
