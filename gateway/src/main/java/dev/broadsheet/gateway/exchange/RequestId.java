package dev.broadsheet.gateway.exchange;

import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** One id for a request on its way through gateway, services and logs. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    /** It is written to logs and answers as it came: nothing that could break a line, and never long. */
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._-]{1,64}");

    private RequestId() {}

    /** The client's own if it sent exactly one and that is harmless; else a new one. */
    public static String chosenFrom(List<String> offered) {
        if (offered.size() == 1 && ACCEPTABLE.matcher(offered.get(0)).matches()) {
            return offered.get(0);
        }
        return UUID.randomUUID().toString();
    }
}
