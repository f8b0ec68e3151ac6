package dev.broadsheet.localstack.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A folder that goes with the test JVM. */
record TemporaryFolder(Path path) {

    private static final String PREFIX = "broadsheet-test-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d+)-.*");

    /** Named after the process, so that the folders of those that were killed can be told from those in use. */
    static TemporaryFolder create() {
        try {
            return new TemporaryFolder(
                    Files.createTempDirectory(PREFIX + ProcessHandle.current().pid() + "-"));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot create a temporary folder", e);
        }
    }

    /** Folders of this person whose test JVM is gone. */
    static List<TemporaryFolder> abandoned() {
        Path parent = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> folders =
                Files.newDirectoryStream(parent, folder -> isAbandoned(folder) && Files.isWritable(folder))) {
            List<TemporaryFolder> abandoned = new ArrayList<>();
            folders.forEach(folder -> abandoned.add(new TemporaryFolder(folder)));
            return abandoned;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + parent, e);
        }
    }

    private static boolean isAbandoned(Path folder) {
        Matcher name = NAME.matcher(folder.getFileName().toString());
        return name.matches()
                && ProcessHandle.of(Long.parseLong(name.group(1)))
                        .filter(process -> process.info().command().isPresent())
                        .isEmpty();
    }

    void delete() {
        if (Files.notExists(path)) {
            return;
        }
        try {
            Files.walkFileTree(path, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                    Files.deleteIfExists(folder);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot delete " + path, e);
        }
    }
}
