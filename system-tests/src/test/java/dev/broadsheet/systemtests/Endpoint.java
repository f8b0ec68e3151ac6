package dev.broadsheet.systemtests;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Where one of our processes listens. */
record Endpoint(String httpPort, String managementPort) {

    private static final int LIMIT_MILLISECONDS = 2000;
    private static final String ANY_FORM = "*/*";

    URI address() {
        return URI.create("http://localhost:" + httpPort);
    }

    boolean isReady() {
        try {
            HttpURLConnection connection = management("/q/health/ready");
            try {
                return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
            } finally {
                connection.disconnect();
            }
        } catch (IOException notYet) {
            return false;
        }
    }

    /** A metric's value; labels are written as they are scraped. What was not counted yet is 0. */
    double metric(String name) throws IOException {
        HttpURLConnection connection = management("/q/metrics");
        connection.setRequestProperty("Accept", ANY_FORM);
        try (InputStream scrape = connection.getInputStream()) {
            return new String(scrape.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> line.startsWith(name + " "))
                    .mapToDouble(line -> Double.parseDouble(line.substring(name.length())))
                    .findFirst()
                    .orElse(0);
        }
    }

    private HttpURLConnection management(String path) throws IOException {
        URI address = URI.create("http://localhost:" + managementPort + path);
        HttpURLConnection connection = (HttpURLConnection) address.toURL().openConnection();
        connection.setConnectTimeout(LIMIT_MILLISECONDS);
        connection.setReadTimeout(LIMIT_MILLISECONDS);
        return connection;
    }
}
