package dev.broadsheet.localstack.inbox;

/** The frame of every page. */
final class PageHtml {

    private PageHtml() {}

    /** @param main safe HTML */
    static String render(String search, String main) {
        return """
                <!doctype html>
                <html lang="en">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width">
                <title>Inbox – Broadsheet</title>
                <link rel="icon" href="data:,">
                <link rel="stylesheet" href="/inbox.css">
                </head>
                <body>
                <header>
                <h1><a href="/">Inbox</a></h1>
                <form role="search" action="/">
                <input type="search" name="q" value="%s" aria-label="Search" placeholder="Address, subject or sender">
                <button>Search</button>
                </form>
                </header>
                %s
                <footer>All mail of the local stack ends here, whomever it is for. It is held in memory: it goes when the
                stack stops, and the oldest gives way when there is much.</footer>
                </body>
                </html>
                """.formatted(escape(search), main);
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
