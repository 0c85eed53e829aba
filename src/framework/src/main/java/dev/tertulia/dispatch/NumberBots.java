package dev.tertulia.dispatch;

import dev.tertulia.groups.GroupFactsSource;
import dev.tertulia.handler.Handlers;
import dev.tertulia.message.MessageStatus;
import dev.tertulia.message.SendFailed;
import dev.tertulia.number.NumberContext;
import dev.tertulia.number.Wakeups;
import dev.tertulia.outbox.Outbox;
import dev.tertulia.outbox.OutgoingFilter;
import dev.tertulia.outbox.SendEvents;
import dev.tertulia.store.Stores;
import dev.tertulia.turn.ReportSettler;
import dev.tertulia.turn.TurnFactory;
import dev.tertulia.turn.TurnSettings;
import dev.tertulia.webhook.Reports;

/** The bots of a process at work for one phone number: the parts of its line that call handlers or depend on them. */
public final class NumberBots {

    private final NumberContext number;
    private final Stores stores;
    private final GroupFactsSource facts;
    private final HandlerRuntime runtime;
    private final TurnSettings settings;
    private final Wakeups wakeups;

    /** The bots of a phone number. */
    public NumberBots(NumberContext number, Stores stores, GroupFactsSource facts, HandlerRuntime runtime,
            TurnSettings settings, Wakeups wakeups) {
        this.number = number;
        this.stores = stores;
        this.facts = facts;
        this.runtime = runtime;
        this.settings = settings;
        this.wakeups = wakeups;
    }

    private Handlers handlers() {
        return runtime.handlers();
    }

    private HandlerCalls calls() {
        return new HandlerCalls(runtime.threads(), settings.handlerLimit(), number.journal());
    }

    private TurnFactory turns() {
        return new TurnFactory(number, stores, facts, settings, handlers().declarations(), wakeups.mail());
    }

    /** Lets {@code @BeforeSend} methods change or stop messages. */
    public OutgoingFilter outgoingFilter() {
        return new SendHooks(handlers().beforeSend(), calls(), settings.handlerLimit());
    }

    /** The steps after a message was sent or has failed. */
    public SendEvents followUps() {
        return new FollowUps(number, stores, settings.chat().tagsKept(), handlers().take(SendFailed.class), wakeups);
    }

    /** Runs the turns. */
    public Dispatcher dispatcher(Outbox outbox) {
        Dispatcher.Turns turns = new Dispatcher.Turns(handlers(), calls(), turns(), settings);
        return new Dispatcher(number, stores.inbox(), outbox, turns, wakeups);
    }

    /** Settles statuses and other reports when their delivery is accepted. */
    public Reports reports(Outbox outbox) {
        return new ReportSettler(number, stores.inbox(), outbox, facts, handlers().take(MessageStatus.class));
    }

    /** Starts the timers of schedules; to be run repeatedly. */
    public Runnable schedules() {
        return new Schedules(number, stores.inbox(), handlers().schedules(), turns())::plan;
    }
}
