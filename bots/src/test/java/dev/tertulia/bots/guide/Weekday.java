package dev.tertulia.bots.guide;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.DayOfWeek;

import dev.tertulia.bot.Handler;
import dev.tertulia.message.GroupMessage;

@Handler(GroupMessage.class)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface Weekday {

    DayOfWeek value();
}
