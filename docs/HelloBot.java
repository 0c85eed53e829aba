///usr/bin/env jbang "$0" "$@" ; exit $?
//JAVA 25+
//REPOS mavenLocal,central
//DEPS dev.tertulia:tertulia-bom:0.1.0-SNAPSHOT@pom
//DEPS dev.tertulia:tertulia-server io.micronaut:micronaut-inject-java
//JAVAC_OPTIONS -proc:full -parameters
//RUNTIME_OPTIONS --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow
package hello;

import dev.tertulia.bot.Bot;
import dev.tertulia.bot.OnCommand;
import dev.tertulia.bot.Reply;
import dev.tertulia.message.GroupMessage;
import dev.tertulia.server.Application;

/** Says hello. */
@Bot
public final class HelloBot {

    @OnCommand("hello")
    Reply hello(GroupMessage message) {
        return Reply.text("Hello, " + message.sender().name() + "!");
    }

    public static void main(String... args) {
        Application.main(args);
    }
}
