package dev.broadsheet.article.desk;

import jakarta.ws.rs.ClientErrorException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.core.Response.Status;

/** What an editor is told when something cannot be done. */
final class DeskProblems {

    private DeskProblems() {}

    static NotFoundException unknown() {
        return new NotFoundException("There is no article with this id.");
    }

    static ClientErrorException savedByAnother(long version) {
        return new ClientErrorException(
                "Someone else saved this article first; it is at version " + version
                        + " now. Read it again and repeat the change.",
                Status.PRECONDITION_FAILED);
    }

    static ClientErrorException conditionMissing() {
        return new ClientErrorException(
                "Say with If-Match which version this changes: the ETag of the article as it was read.",
                Status.PRECONDITION_REQUIRED);
    }

    static ClientErrorException conflict(String detail) {
        return new ClientErrorException(detail, Status.CONFLICT);
    }
}
