package dev.broadsheet.benchmarks.articles;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Something that is read.
 *
 * @param path where the services have it
 * @param file where nginx has the same bytes
 * @param paths a file of many paths, the same for all servers, that are read instead of the one
 * @param shortest the length of the shortest body, in bytes
 */
record Target(String name, String path, String file, Optional<Path> paths, long shortest) {}
