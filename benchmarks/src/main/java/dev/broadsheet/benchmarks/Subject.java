package dev.broadsheet.benchmarks;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** What can be measured, and the numbers that can be asked for. */
public enum Subject {
    /** With fewer than a hundred there is no second page to speak of. */
    ARTICLES("articles", new Size("--articles", 10_000, 100), new Size("--seconds", 10, 1)),
    SIGN_UPS(
            "signups",
            new Size("--seconds", 10, 1),
            new Size("--connections", 32, 1),
            new Size("--rows", 100_000, 1_000)),
    DELIVERIES("deliveries", List.of("--postfix"), new Size("--readers", 100_000, 1), new Size("--connections", 16, 1)),
    /** With fewer there is no middle of an edition in which anything could go wrong. */
    FAULTS("faults", new Size("--readers", 200_000, 5_000), new Size("--outage", 60, 1));

    private static final String REPORT = "--report";

    private final String word;
    private final List<String> folders;
    private final List<Size> sizes;

    Subject(String word, Size... sizes) {
        this(word, List.of(), sizes);
    }

    /**
     * @param folders options that name one
     */
    Subject(String word, List<String> folders, Size... sizes) {
        this.word = word;
        this.folders = folders;
        this.sizes = List.of(sizes);
    }

    /** As it is called on the command line, and in the report. */
    public String word() {
        return word;
    }

    List<Size> sizes() {
        return sizes;
    }

    /** Whether it is an option that names a file or a folder. */
    boolean hasPath(String name) {
        return name.equals(REPORT) || folders.contains(name);
    }

    Optional<Size> size(String name) {
        return sizes.stream().filter(size -> size.name().equals(name)).findFirst();
    }

    static Optional<Subject> called(String word) {
        return Arrays.stream(values())
                .filter(subject -> subject.word.equals(word))
                .findFirst();
    }

    static String usage() {
        return "Usage: " + Arrays.stream(values()).map(Subject::usageOfOne).collect(Collectors.joining("\n       "));
    }

    private String usageOfOne() {
        return "./broadsheet benchmark " + word + " "
                + sizes.stream().map(size -> "[" + size.name() + " NUMBER] ").collect(Collectors.joining())
                + folders.stream().map(name -> "[" + name + " FOLDER] ").collect(Collectors.joining())
                + "[" + REPORT + " FILE]";
    }

    /** How much of something, by the name of its option. */
    record Size(String name, int usual, int lowest) {}
}
