package dev.broadsheet.subscription.address;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.problems.Violation;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.DClass;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Name;

class MailExchangesTest {

    private static final Duration PATIENT = Duration.ofSeconds(30);
    private static final Duration IMPATIENT = Duration.ofMillis(100);
    private static final int TTL = 300;

    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private NameServer server;

    @BeforeEach
    void startServer() throws IOException {
        server = new NameServer();
    }

    @AfterEach
    void stopServer() {
        server.close();
    }

    @Test
    void aDomainWithAMailExchangeTakesMail() {
        server.add(name("news.example"), mx("news.example", name("mx.news.example")));
        assertThat(codesFor("a@news.example", PATIENT)).isEmpty();
        assertThat(server.questionsFor(name("news.example"))).isEqualTo(1);
    }

    @Test
    void anInternationalDomainIsAskedForInItsAsciiForm() {
        server.add(name("xn--bcher-kva.example"), mx("xn--bcher-kva.example", name("mx.example")));
        assertThat(codesFor("a@b\u00fccher.example", PATIENT)).isEmpty();
    }

    @Test
    void aDomainThatOnlyHasAnAddressTakesMailThere() throws IOException {
        server.add(name("old.example"), new ARecord(name("old.example"), DClass.IN, TTL, address("192.0.2.1")));
        server.add(name("new.example"), new AAAARecord(name("new.example"), DClass.IN, TTL, address("2001:db8::1")));
        assertThat(codesFor("a@old.example", PATIENT)).isEmpty();
        assertThat(codesFor("a@new.example", PATIENT)).isEmpty();
    }

    @Test
    void aDomainThatDoesNotExistOrHasNothingIsRefused() {
        server.add(name("empty.example"));
        assertThat(codesFor("a@nowhere.example", PATIENT)).containsExactly("email.refused");
        assertThat(codesFor("a@empty.example", PATIENT)).containsExactly("email.refused");
    }

    @Test
    void aDomainThatSaysThatItTakesNoMailIsRefused() throws IOException {
        server.add(
                name("null.example"),
                mx("null.example", Name.root),
                new ARecord(name("null.example"), DClass.IN, TTL, address("192.0.2.1")));
        assertThat(codesFor("a@null.example", PATIENT)).containsExactly("email.refused");
    }

    @Test
    void aReaderIsNotLostToADnsThatDoesNotAnswer() {
        server.ignore(name("slow.example"));
        assertThat(codesFor("a@slow.example", IMPATIENT)).isEmpty();
        assertThat(unanswered()).isEqualTo(1);
    }

    @Test
    void aReaderIsNotLostToADnsThatFails() {
        server.failFor(name("broken.example"));
        assertThat(codesFor("a@broken.example", PATIENT)).isEmpty();
        assertThat(unanswered()).isEqualTo(1);
    }

    @Test
    void anAnswerIsKept() {
        server.add(name("news.example"), mx("news.example", name("mx.news.example")));
        AddressRules rules = rules(PATIENT);
        for (String input : List.of("a@news.example", "b@NEWS.example", "a@gone.example")) {
            rules.accept(input, violation -> {});
        }
        long gone = server.questionsFor(name("gone.example"));

        assertThat(rules.accept("c@news.example", violation -> {})).isPresent();
        assertThat(rules.accept("c@gone.example", violation -> {})).isEmpty();

        assertThat(server.questionsFor(name("news.example"))).isEqualTo(1);
        assertThat(server.questionsFor(name("gone.example"))).isEqualTo(gone);
    }

    @Test
    void nothingIsAskedAboutWhatIsNoAddress() {
        assertThat(codesFor("a@@news.example", PATIENT)).containsExactly("email.invalid");
        assertThat(server.questionsFor(name("news.example"))).isZero();
    }

    private List<String> codesFor(String input, Duration timeout) {
        List<Violation> violations = new ArrayList<>();
        rules(timeout).accept(input, violations::add);
        return violations.stream().map(Violation::code).toList();
    }

    private AddressRules rules(Duration timeout) {
        AddressSettings settings = FixedAddressSettings.asking(server.address(), timeout);
        return new AddressRules(new RefusedDomains(settings), new MailExchanges(settings, metrics));
    }

    private double unanswered() {
        return metrics.get("broadsheet.mail.exchange.unanswered").counter().count();
    }

    private static MXRecord mx(String domain, Name exchange) {
        return new MXRecord(name(domain), DClass.IN, TTL, 10, exchange);
    }

    private static InetAddress address(String literal) throws IOException {
        return InetAddress.getByName(literal);
    }

    private static Name name(String domain) {
        return Name.fromConstantString(domain + ".");
    }
}
