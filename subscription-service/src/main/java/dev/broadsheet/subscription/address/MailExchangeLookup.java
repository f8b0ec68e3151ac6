package dev.broadsheet.subscription.address;

import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.SimpleResolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/** Asks the DNS. */
final class MailExchangeLookup {

    private final LookupSession dns;

    MailExchangeLookup(AddressSettings settings) {
        Resolver resolver =
                settings.nameServer().<Resolver>map(MailExchangeLookup::server).orElseGet(ExtendedResolver::new);
        resolver.setTimeout(settings.mailExchangeTimeout());
        this.dns = LookupSession.builder().resolver(resolver).build();
    }

    /** Fails if the DNS does. Without an MX record the domain's own address takes the mail (RFC 5321, 5.1). */
    CompletionStage<Boolean> takesMail(String domain) {
        Name name = absolute(domain);
        return ask(name, Type.MX)
                .thenCompose(exchanges -> exchanges.isEmpty()
                        ? hasAddress(name)
                        : CompletableFuture.completedFuture(!saysNoMail(exchanges)));
    }

    private CompletionStage<Boolean> hasAddress(Name name) {
        return ask(name, Type.A)
                .thenCompose(found -> found.isEmpty()
                        ? ask(name, Type.AAAA).thenApply(newer -> !newer.isEmpty())
                        : CompletableFuture.completedFuture(true));
    }

    /** The null MX of RFC 7505. */
    private static boolean saysNoMail(List<Record> exchanges) {
        return exchanges.size() == 1
                && exchanges.get(0) instanceof MXRecord exchange
                && exchange.getTarget().equals(Name.root);
    }

    /** Empty if there is none, which is an answer too. */
    private CompletionStage<List<Record>> ask(Name name, int type) {
        return dns.lookupAsync(name, type).handle((result, failure) -> {
            if (failure == null) {
                return result.getRecords();
            }
            Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
            if (cause instanceof NoSuchRRSetException || cause instanceof NoSuchDomainException) {
                return List.of();
            }
            throw new CompletionException(cause);
        });
    }

    private static Name absolute(String domain) {
        try {
            return Name.fromString(domain + ".");
        } catch (TextParseException e) {
            throw new IllegalStateException("A domain of an address that was checked", e);
        }
    }

    private static SimpleResolver server(String address) {
        int colon = address.lastIndexOf(':');
        String host = colon < 0 ? address : address.substring(0, colon);
        int port = colon < 0 ? SimpleResolver.DEFAULT_PORT : Integer.parseInt(address.substring(colon + 1));
        try {
            SimpleResolver resolver = new SimpleResolver(host);
            resolver.setAddress(new InetSocketAddress(resolver.getAddress().getAddress(), port));
            return resolver;
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("broadsheet.signup.name-server is not known: " + address, e);
        }
    }
}
