package dev.broadsheet.benchmarks.signups;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.benchmarks.signups.ImportedRows.Consent;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ImportedRowsTest {

    @ParameterizedTest
    @ValueSource(ints = {1, 499, 500, 501, 1_234})
    void thereIsOneHeaderAndAsManyRowsAsAreAskedForEachOfItsOwnAddress(int count) throws IOException {
        List<String> lines = lines(new ImportedRows(Consent.UNCONFIRMED, "a", count));
        assertThat(lines.get(0) + "\r\n").isEqualTo(ImportedRows.HEADER);
        assertThat(lines).hasSize(count + 1);
        assertThat(lines.stream().map(line -> line.split(",")[0])).doesNotHaveDuplicates();
    }

    @Test
    void everyRowHasACellForEachColumnAndAConsentOnlyIfConfirmed() throws IOException {
        assertThat(lines(new ImportedRows(Consent.CONFIRMED, "b", 1)).get(1))
                .isEqualTo("reader-b-0@mail0.example,markets,CONFIRMED,2025-03-14T09:26:53Z,"
                        + "footer of the former site,en,America/New_York");
        assertThat(lines(new ImportedRows(Consent.UNCONFIRMED, "b", 1)).get(1))
                .isEqualTo("reader-b-0@mail0.example,markets,UNCONFIRMED,,,en,America/New_York");
    }

    private static List<String> lines(ImportedRows rows) throws IOException {
        try (InputStream content = rows.asCsv()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }
}
