package dev.broadsheet.notification.relay;

/** A line that begins with a dot gets another one in front (RFC 5321, 4.5.2); the codec leaves that to its caller. */
final class DotStuffing {

    private DotStuffing() {}

    /** The same array where there is nothing to do, as in nearly every mail. Ends with CRLF in any case. */
    static byte[] stuff(byte[] content) {
        int dots = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '.' && beginsLine(content, i)) {
                dots++;
            }
        }
        boolean open = !beginsLine(content, content.length);
        if (dots == 0 && !open) {
            return content;
        }
        byte[] stuffed = new byte[content.length + dots + (open ? 2 : 0)];
        int to = 0;
        for (int i = 0; i < content.length; i++) {
            if (content[i] == '.' && beginsLine(content, i)) {
                stuffed[to++] = '.';
            }
            stuffed[to++] = content[i];
        }
        if (open) {
            stuffed[to++] = '\r';
            stuffed[to] = '\n';
        }
        return stuffed;
    }

    private static boolean beginsLine(byte[] content, int index) {
        return index == 0 || (index >= 2 && content[index - 1] == '\n' && content[index - 2] == '\r');
    }
}
