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

    static ClientErrorException conflict(String detail) {
        return new ClientErrorException(detail, Status.CONFLICT);
    }
}
