package dev.tertulia.moderation.text;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class LinksTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            see https://www.example.co.uk/a?b=c now      | www.example.co.uk | example.co.uk
            www.example.org                              | www.example.org | example.org
            go to example.org/path, please               | example.org | example.org
            EXAMPLE.ORG                                  | example.org | example.org
            spam.xyz is cheap                            | spam.xyz | spam.xyz
            http://example.org@evil.com/                 | evil.com | evil.com
            https://evil.com\\@example.org/              | evil.com | evil.com
            http://user:pass@sub.evil.com:8080/x         | sub.evil.com | evil.com
            http://192.0.2.7/x                           | 192.0.2.7 | 192.0.2.7
            https://bücher.example.de/                   | xn--bcher-kva.example.de | example.de
            https://xn--bcher-kva.example.de/            | xn--bcher-kva.example.de | example.de
            ex\u200bample.org                            | example.org | example.org
            ｅｘａｍｐｌｅ．ｏｒｇ                               | example.org | example.org
            someone.github.io/page                       | someone.github.io | someone.github.io
            look:spam.com!                               | spam.com | spam.com
            (spam.com)                                   | spam.com | spam.com
            👉spam.com👈                                 | spam.com | spam.com
            请看spam.com吧                               | spam.com | spam.com
            hxxps://spam.de/x                            | spam.de | spam.de
            spam[.]com/x                                 | spam.com | spam.com
            https://spam(dot)com                         | spam.com | spam.com
            https://%73pam%2Ecom/x                       | spam.com | spam.com
            everything on spam.is                        | spam.is | spam.is
            https://spam.com../x                         | spam.com | spam.com
            https://spam.com.\u2064./x                   | spam.com | spam.com
            """)
    void aLinkHasItsHostAndDomain(String text, String host, String domain) {
        List<Link> links = Links.find(text);

        assertThat(links).extracting(Link::host).containsExactly(host);
        assertThat(links).extracting(Link::registrableDomain).containsExactly(domain);
    }

    @ParameterizedTest
    @ValueSource(strings = {"No fim.de semana vamos", "The pen.Is it red?", "at 10.am or 3.pm", "v1.2.3", "3.5 kg",
            "e.g. this",
            "write to ana@example.org", "see notes.md please", "I'm done.so are you", "1.000.000", "...", "a.b",
            "see file.java now",
            "Gosto de ti.e tu?", "mailto:ana@example.org", "Ok.no problem", "U.S.A.", "10:30"})
    void aFullStopAloneMakesNoLink(String text) {
        assertThat(Links.find(text)).isEmpty();
    }

    @Test
    void aLinkIsUnderItsOwnDomain() {
        List<Link> links = Links.find("http://www./x http://www。．");

        assertThat(links).hasSize(2).allMatch(link -> link.isUnder(link.registrableDomain()));
    }

    @Test
    void linksInWhatOneCharacterStandsForDoNotOverlap() {
        List<Link> links = Links.find("t.me/x\uFDFA.me/x");

        assertThat(links).hasSize(2);
        assertThat(links.get(1).start()).isGreaterThanOrEqualTo(links.get(0).end());
    }

    @Test
    void aLinkLiesWhereItIsWritten() {
        String text = "Olá 👋 vejam example.org/a_(b), depois https://t.me/abc.";

        assertThat(Links.find(text)).extracting(link -> text.substring(link.start(), link.end()))
                .containsExactly("example.org/a_(b", "https://t.me/abc");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://chat.whatsapp.com/AbCdEf", "chat.whatsapp.com/AbCdEf", "t.me/abc", "join t.me now",
            "https://discord.gg/x", "discord.com/invite/x", "https://www.facebook.com/groups/1", "tg://join?invite=x",
            "https://whatsapp.com/channel/x", "https://discord.com/%69nvite/x", "https://discord.com/x/../invite/x",
            "https://discord.com//./invite/x", "https://discord.com\\invite\\x", "https://%63hat.whatsapp.com/x"})
    void anInviteIsToldApart(String text) {
        assertThat(Links.find(text)).singleElement().matches(Link::isInvite).matches(link -> !link.isShortener());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://bit.ly/x", "bit.ly/x", "see tinyurl.com/x", "http://is.gd/abc", "t.co/1"})
    void aShortenerIsToldApart(String text) {
        assertThat(Links.find(text)).singleElement().matches(Link::isShortener).matches(link -> !link.isInvite());
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://whatsapp.com/", "https://discord.com/about", "https://example.org/t.me",
            "https://discord.com/invite/../about"})
    void otherPagesAreNeither(String text) {
        assertThat(Links.find(text)).singleElement().matches(link -> !link.isShortener() && !link.isInvite());
    }

    @Test
    void subDomainsAreUnderADomain() {
        Link link = Links.find("https://a.b.example.org").getFirst();

        assertThat(link.isUnder("Example.org")).isTrue();
        assertThat(link.isUnder("b.example.org")).isTrue();
        assertThat(link.isUnder("c.example.org")).isFalse();
        assertThat(link.isUnder("ample.org")).isFalse();
    }
}
