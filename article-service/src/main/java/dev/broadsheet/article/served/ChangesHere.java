package dev.broadsheet.article.served;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;

/** Changes made in this replica: an editor who reads after saving sees what was saved. */
@ApplicationScoped
class ChangesHere {

    private final ServedAnswers answers;

    ChangesHere(ServedAnswers answers) {
        this.answers = answers;
    }

    void article(@Observes(during = TransactionPhase.AFTER_SUCCESS) ArticleChanged change) {
        answers.forget(change.article());
    }

    void names(@Observes(during = TransactionPhase.AFTER_SUCCESS) NamesChanged change) {
        answers.forgetAll();
    }
}
