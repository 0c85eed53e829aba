package dev.tertulia.graph.business;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.jspecify.annotations.Nullable;

import dev.tertulia.business.Analytics;
import dev.tertulia.business.BlockList;
import dev.tertulia.business.Business;
import dev.tertulia.business.GroupDirectory;
import dev.tertulia.business.MediaFiles;
import dev.tertulia.business.Numbers;
import dev.tertulia.business.Subscription;
import dev.tertulia.business.Templates;
import dev.tertulia.graph.GraphHttp;
import dev.tertulia.graph.GraphSettings;
import dev.tertulia.graph.http.FileTransport;
import dev.tertulia.graph.http.Transport;
import dev.tertulia.message.InvalidArgument;
import dev.tertulia.message.InvalidState;

/** The {@code Business} of one phone number over the Graph API. */
public final class GraphBusiness implements Business {

    private final GraphSettings settings;
    private final @Nullable String account;
    private final FileTransport transport;
    private final GraphHttp http;

    /**
     * The business of the number in the settings.
     *
     * @param account id of the WhatsApp business account; without it, what needs it is refused
     */
    public GraphBusiness(GraphSettings settings, @Nullable String account, FileTransport transport,
            ObjectMapper json) {
        this.settings = settings;
        this.account = account;
        this.transport = transport;
        this.http = new GraphHttp(settings, transport, json);
    }

    /** The queries about groups only, which need neither the business account nor files. */
    public static GroupDirectory directory(GraphSettings settings, Transport transport, ObjectMapper json) {
        return new GraphGroups(new GraphHttp(settings, transport, json), settings.number());
    }

    @Override
    public Business of(String number) {
        if (!number.equals(settings.number())) {
            throw new InvalidArgument("'" + number + "' is not the phone number id " + settings.number());
        }
        return this;
    }

    @Override
    public GroupDirectory groups() {
        return new GraphGroups(http, settings.number());
    }

    @Override
    public MediaFiles media() {
        return new GraphMedia(http, settings.number(), transport, settings.accessToken());
    }

    @Override
    public Templates templates() {
        return new GraphTemplates(http, this::account);
    }

    @Override
    public Numbers numbers() {
        return new GraphNumbers(http, settings.number(), this::account);
    }

    @Override
    public BlockList blockList() {
        return new GraphBlockList(http, settings.number());
    }

    @Override
    public Analytics analytics() {
        return new GraphAnalytics(http, this::account);
    }

    @Override
    public Subscription subscription() {
        return new GraphSubscription(http, settings.number(), this::account);
    }

    private String account() {
        if (account == null) {
            throw new InvalidState("this needs the WhatsApp business account: set"
                    + " WHATSAPP_BUSINESS_ACCOUNT_ID to the id that the app's WhatsApp page shows");
        }
        return account;
    }
}
