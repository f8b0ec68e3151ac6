package dev.broadsheet.article.feeds;

import java.io.ByteArrayOutputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written from its beginning to its end. The JDK's writer escapes whatever needs it. */
final class XmlDocument {

    private static final Pattern NO_XML =
            Pattern.compile("[^\\t\\n\\r\\x{20}-\\x{D7FF}\\x{E000}-\\x{FFFD}\\x{10000}-\\x{10FFFF}]");

    private final XMLStreamWriter writer;

    private XmlDocument(XMLStreamWriter writer) {
        this.writer = writer;
    }

    /** The bytes of a document, in UTF-8 and with a declaration that says so. */
    static byte[] write(Consumer<XmlDocument> root) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter writer =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            writer.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            root.accept(new XmlDocument(writer));
            writer.writeEndDocument();
            writer.close();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
        return bytes.toByteArray();
    }

    /** Plain text in a form that HTML shows as it is. */
    static String escaped(String text) {
        StringWriter escaped = new StringWriter();
        try {
            XMLStreamWriter writer = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(escaped);
            writer.writeCharacters(text);
            writer.close();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
        return escaped.toString();
    }

    /** An element with whatever is written inside; attributes first. */
    void element(XmlNamespace namespace, String name, Runnable inside) {
        try {
            writer.writeStartElement(namespace.prefix(), name, namespace.uri());
            inside.run();
            writer.writeEndElement();
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    void element(XmlNamespace namespace, String name, String text) {
        element(namespace, name, () -> text(text));
    }

    /** Declares, on the element just begun, what it and those below it use. */
    void declare(XmlNamespace... namespaces) {
        try {
            for (XmlNamespace namespace : namespaces) {
                if (namespace.prefix().isEmpty()) {
                    writer.writeDefaultNamespace(namespace.uri());
                } else {
                    writer.writeNamespace(namespace.prefix(), namespace.uri());
                }
            }
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    void attribute(String name, String value) {
        try {
            writer.writeAttribute(name, writable(value));
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** The language of the element just begun. */
    void language(String language) {
        try {
            writer.writeAttribute("xml", "http://www.w3.org/XML/1998/namespace", "lang", language);
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    void text(String text) {
        try {
            writer.writeCharacters(writable(text));
        } catch (XMLStreamException e) {
            throw unwritable(e);
        }
    }

    /** The desk refuses what XML cannot carry. One text from before it did must not make a whole feed unreadable. */
    private static String writable(String text) {
        return NO_XML.matcher(text).replaceAll("\uFFFD");
    }

    private static IllegalStateException unwritable(XMLStreamException e) {
        return new IllegalStateException("Memory that cannot be written to", e);
    }
}
