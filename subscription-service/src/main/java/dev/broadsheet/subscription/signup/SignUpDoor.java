package dev.broadsheet.subscription.signup;

import dev.broadsheet.outbox.Ids;
import dev.broadsheet.problems.InvalidInputException;
import dev.broadsheet.subscription.flood.FillTime;
import dev.broadsheet.subscription.flood.ProofOfWork;
import dev.broadsheet.subscription.flood.ProofVerdict;
import dev.broadsheet.subscription.incoming.IncomingKind;
import dev.broadsheet.subscription.incoming.IncomingRequest;
import dev.broadsheet.subscription.incoming.IncomingRequests;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Takes in what is well-formed, and pays no heed to whose address it is: that is decided behind it. */
@ApplicationScoped
class SignUpDoor {

    private final FillTime fillTime;
    private final ProofOfWork proofOfWork;
    private final IncomingRequests incoming;
    private final Clock clock;

    SignUpDoor(FillTime fillTime, ProofOfWork proofOfWork, IncomingRequests incoming, Clock clock) {
        this.fillTime = fillTime;
        this.proofOfWork = proofOfWork;
        this.incoming = incoming;
        this.clock = clock;
    }

    FormParts newForm() {
        return new FormParts(fillTime.begin(), proofOfWork.challenge().orElse(null));
    }

    /** Stores a sign-up; {@link InvalidInputException} if it lacks the proof of work that is asked for. */
    void accept(SignUpRequest request, SignUpOrigin origin, String proof) {
        IncomingRequest signUp = new IncomingRequest(
                Ids.next(),
                IncomingKind.SIGN_UP,
                request.address(),
                request.newsletters(),
                origin.locale(),
                request.zone(),
                origin.form(),
                origin.page(),
                request.suspicion() == null ? null : request.suspicion().name(),
                false,
                clock.instant().truncatedTo(ChronoUnit.MILLIS));
        if (proofOfWork.isRequired()) {
            acceptFor(proof, signUp);
        } else {
            incoming.accept(signUp);
        }
    }

    /** In one transaction: a proof whose sign-up could not be stored is not used up. */
    private void acceptFor(String proof, IncomingRequest signUp) {
        ProofVerdict verdict = proofOfWork.judge(proof);
        switch (verdict.kind()) {
            case MISSING -> throw refusal("proof.missing", "Please allow this page its script, and try again.");
            case INVALID -> throw refusal("proof.invalid", "Please load the form again.");
            case EXPIRED -> throw refusal("proof.expired", "Please load the form again.");
            case SOLVED ->
                QuarkusTransaction.requiringNew().run(() -> {
                    if (!proofOfWork.spend(verdict)) {
                        throw refusal("proof.spent", "Please load the form again.");
                    }
                    incoming.accept(signUp);
                });
        }
    }

    private static InvalidInputException refusal(String code, String message) {
        return InvalidInputException.of("proof", code, message);
    }
}
