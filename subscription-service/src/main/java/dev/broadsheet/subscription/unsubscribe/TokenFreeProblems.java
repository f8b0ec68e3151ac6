package dev.broadsheet.subscription.unsubscribe;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.InstanceUtils;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;

/** The token is part of the address here, and a problem names its address in its answer and in the log. */
@ApplicationScoped
class TokenFreeProblems implements ProblemPostProcessor {

    private static final URI WITHOUT_TOKEN = InstanceUtils.pathToInstance(UnsubscribeResource.PATH);

    /** After the one that names the address, before the one that logs. */
    @Override
    public int priority() {
        return Integer.MAX_VALUE - 1;
    }

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        URI instance = problem.getInstance();
        boolean holdsToken =
                instance != null && InstanceUtils.instanceToPath(instance).startsWith(UnsubscribeResource.PATH + "/");
        return holdsToken
                ? HttpProblem.builder(problem).withInstance(WITHOUT_TOKEN).build()
                : problem;
    }
}
