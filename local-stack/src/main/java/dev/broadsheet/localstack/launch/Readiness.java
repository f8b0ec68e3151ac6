package dev.broadsheet.localstack.launch;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether a service says that it can work. */
record Readiness(URI address) {

    private static final int LIMIT_MILLISECONDS = 2000;

    boolean isReached() {
        try {
            HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(LIMIT_MILLISECONDS);
            connection.setReadTimeout(LIMIT_MILLISECONDS);
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }
}
