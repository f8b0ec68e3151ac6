package dev.broadsheet.notification.webhook;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The signatures of Amazon SNS, versions 1 and 2. The certificate is genuine because of where it is: an address of SNS
 * itself, over HTTPS. The message names that address, so nothing is fetched from any other.
 */
@ApplicationScoped
class SnsSignatures {

    private static final Map<String, String> ALGORITHMS = Map.of("1", "SHA1withRSA", "2", "SHA256withRSA");

    /** There is one for each region, and a new one each year. */
    private static final int MOST_REMEMBERED = 32;

    private final Pattern certificateUrls;
    private final SnsClient sns;
    private final Clock clock;
    private final Map<String, Certificate> certificates = new ConcurrentHashMap<>();

    SnsSignatures(WebhookConfig config, SnsClient sns, Clock clock) {
        this.certificateUrls = Pattern.compile(config.ses().certificateUrls());
        this.sns = sns;
        this.clock = clock;
    }

    /** @throws WebhookRefusedException if SNS did not sign this message */
    void verify(SnsMessage message) {
        if (!certificateUrls.matcher(message.signingCertUrl()).matches() || !isSigned(message)) {
            throw new WebhookRefusedException();
        }
    }

    private boolean isSigned(SnsMessage message) {
        String algorithm = ALGORITHMS.get(message.signatureVersion());
        if (algorithm == null) {
            return false;
        }
        try {
            Certificate certificate = certificate(message.signingCertUrl());
            if (certificate instanceof X509Certificate dated) {
                dated.checkValidity(Date.from(clock.instant()));
            }
            Signature signature = Signature.getInstance(algorithm);
            signature.initVerify(certificate.getPublicKey());
            signature.update(message.signedText().getBytes(StandardCharsets.UTF_8));
            return signature.verify(Base64.getDecoder().decode(message.signature()));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return false;
        }
    }

    private Certificate certificate(String url) throws CertificateException {
        Certificate known = certificates.get(url);
        if (known != null) {
            return known;
        }
        Certificate fetched = CertificateFactory.getInstance("X.509")
                .generateCertificate(new ByteArrayInputStream(sns.get(URI.create(url))));
        if (certificates.size() >= MOST_REMEMBERED) {
            certificates.clear();
        }
        certificates.put(url, fetched);
        return fetched;
    }
}
