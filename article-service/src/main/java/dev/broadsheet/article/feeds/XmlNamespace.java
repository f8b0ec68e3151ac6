package dev.broadsheet.article.feeds;

/**
 * @param prefix empty for the namespace of names without a prefix
 * @param uri empty for none
 */
record XmlNamespace(String prefix, String uri) {

    static final String ATOM = "http://www.w3.org/2005/Atom";

    static final XmlNamespace NONE = new XmlNamespace("", "");
    static final XmlNamespace MEDIA = new XmlNamespace("media", "http://search.yahoo.com/mrss/");
}
