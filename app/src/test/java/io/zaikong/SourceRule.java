package io.zaikong;

import static java.util.stream.Collectors.toCollection;

import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What may not stand in a source.
 *
 * @param sample a line that breaks it, so that the rule is seen to work
 * @param exceptions the types that may, each with its reason
 */
record SourceRule(String name, Pattern forbidden, String sample, Map<String, String> exceptions) {

  static SourceRule of(String name, String regex, String sample, Map<String, String> exceptions) {
    return new SourceRule(name, Pattern.compile(regex), sample, exceptions);
  }

  boolean isBrokenBy(JavaSource source) {
    return forbidden.matcher(source.code()).find();
  }

  /** The types that break it without a reason, and exceptions that are none any more. */
  List<String> faults(List<JavaSource> sources) {
    TreeSet<String> breaking =
        sources.stream()
            .filter(this::isBrokenBy)
            .map(JavaSource::name)
            .collect(toCollection(TreeSet::new));
    TreeSet<String> stale = new TreeSet<>(exceptions.keySet());
    stale.removeAll(breaking);
    breaking.removeAll(exceptions.keySet());
    return java.util.stream.Stream.concat(
            breaking.stream().map(type -> name + ": " + type),
            stale.stream().map(type -> name + ": no longer an exception: " + type))
        .toList();
  }

  @Override
  public String toString() {
    return name;
  }
}
