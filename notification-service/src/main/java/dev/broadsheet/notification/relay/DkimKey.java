package dev.broadsheet.notification.relay;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.openssl.PEMKeyPair;
import org.bouncycastle.openssl.PEMParser;
import org.simplejavamail.utils.mail.dkim.Canonicalization;
import org.simplejavamail.utils.mail.dkim.DkimMessage;
import org.simplejavamail.utils.mail.dkim.DkimSigner;

/**
 * Signs with one RSA key; the library's Ed25519 does not work, and few receivers would look at it. A signer keeps state while it signs, so each thread has
 * one.
 */
final class DkimKey {

    private static final List<String> ALSO_SIGNED = List.of("List-Unsubscribe-Post", "Feedback-ID");

    private final ThreadLocal<Signer> signers;

    private DkimKey(DkimConfig.Key config, RSAPrivateKey key) {
        this.signers = ThreadLocal.withInitial(() -> Signer.of(config, key));
    }

    static DkimKey of(DkimConfig.Key config) {
        try {
            DkimKey key = new DkimKey(config, privateKey(config.privateKey()));
            // A key that does not work should be known at the start.
            key.signers.get();
            return key;
        } catch (IOException | GeneralSecurityException | RuntimeException e) {
            throw new IllegalStateException("No RSA key for DKIM of " + config.domain(), e);
        }
    }

    private static RSAPrivateKey privateKey(String pemOrFile) throws IOException, GeneralSecurityException {
        String pem = pemOrFile.contains("-----BEGIN") ? pemOrFile : Files.readString(Path.of(pemOrFile));
        Object parsed = new PEMParser(new StringReader(pem)).readObject();
        PrivateKeyInfo key = parsed instanceof PEMKeyPair pair ? pair.getPrivateKeyInfo() : (PrivateKeyInfo) parsed;
        return (RSAPrivateKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(key.getEncoded()));
    }

    /** The header's line, without its end. */
    String sign(MimeMessage header, String body) throws MessagingException {
        Signer signer = signers.get();
        return signer.signature(new Mail(header, body, signer));
    }

    private static final class Signer extends DkimSigner {

        private Signer(DkimConfig.Key config, RSAPrivateKey key) {
            super(config.domain(), config.selector(), key);
        }

        static Signer of(DkimConfig.Key config, RSAPrivateKey key) {
            Signer signer = new Signer(config, key);
            signer.setHeaderCanonicalization(Canonicalization.RELAXED);
            signer.setBodyCanonicalization(Canonicalization.RELAXED);
            // Whether the DNS has the public key is for the operator to see to, not for each mail.
            signer.setCheckDomainKey(false);
            ALSO_SIGNED.forEach(signer::addHeaderToSign);
            return signer;
        }

        String signature(DkimMessage mail) throws MessagingException {
            return sign(mail);
        }
    }

    /** The header of a mail, and its body as it is: the library would write and parse all of it several times over. */
    private static final class Mail extends DkimMessage {

        private final String body;

        Mail(MimeMessage header, String body, DkimSigner signer) throws MessagingException {
            super(header, signer);
            this.body = body;
        }

        @Override
        protected String getEncodedBody() {
            return body;
        }
    }
}
