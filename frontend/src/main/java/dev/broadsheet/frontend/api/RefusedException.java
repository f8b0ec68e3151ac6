package dev.broadsheet.frontend.api;

/** The API found fault with the request; asking again would not help. */
public class RefusedException extends RuntimeException {

    private final int status;
    private final transient Problem problem;

    RefusedException(int status, Problem problem) {
        super("The API refused with " + status);
        this.status = status;
        this.problem = problem;
    }

    public int status() {
        return status;
    }

    public Problem problem() {
        return problem;
    }
}
