package dev.broadsheet.problems;

import jakarta.ws.rs.core.Response;

/** What a problem says when nobody knew anything better. */
final class StatusWords {

    private StatusWords() {}

    static String title(int status) {
        Response.Status known = Response.Status.fromStatusCode(status);
        return known == null ? "HTTP " + status : known.getReasonPhrase();
    }

    static String detail(int status) {
        return switch (status) {
            case 400 -> "The request is not valid.";
            case 401 -> "This needs a valid bearer token.";
            case 403 -> "Your token does not allow this.";
            case 404 -> "There is nothing at this address.";
            case 405 -> "This address does not take this method.";
            case 406 -> "This address cannot answer in the media type that was asked for.";
            case 412 -> "Someone else changed it first.";
            case 413 -> "The body is too large.";
            case 415 -> "This address does not take a body of this content type.";
            case 503 -> "The service cannot do this just now. Please try again soon.";
            default -> status < 500 ? title(status) + "." : "Something went wrong on our side.";
        };
    }
}
