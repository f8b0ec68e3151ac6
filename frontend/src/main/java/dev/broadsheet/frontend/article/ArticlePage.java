package dev.broadsheet.frontend.article;

import dev.broadsheet.frontend.newsletter.Newsletter;
import dev.broadsheet.frontend.signup.SignUpForm;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** @param box null where no newsletter goes with the article */
@CheckedTemplate(basePath = "article", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
record ArticlePage(ArticleView article, SignUpBox box) implements TemplateInstance {

    /**
     * The offer of a newsletter beside the text.
     *
     * @param newsletter null while the catalog cannot be read, as is the form
     */
    record SignUpBox(Newsletter newsletter, SignUpForm form) {

        static final SignUpBox UNAVAILABLE = new SignUpBox(null, null);

        String caching(int seconds) {
            return form == null ? "no-store" : form.caching(seconds);
        }
    }
}
