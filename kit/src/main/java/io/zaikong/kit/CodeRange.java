package io.zaikong.kit;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

/** Codes from {@code from} (included) to {@code to} (excluded), compared byte by byte. */
public record CodeRange(String from, String to) {

  public CodeRange {
    if (from.compareTo(to) >= 0) {
      throw new IllegalArgumentException("empty code range " + from + " to " + to);
    }
  }

  public boolean contains(DivisionCode code) {
    return from.compareTo(code.value()) <= 0 && code.value().compareTo(to) < 0;
  }

  /** What is in {@code whole} and in none of {@code taken}; sorted, without overlaps. */
  public static List<CodeRange> minus(Collection<CodeRange> whole, Collection<CodeRange> taken) {
    List<CodeRange> left = merge(whole);
    for (CodeRange hole : taken) {
      List<CodeRange> next = new ArrayList<>();
      for (CodeRange range : left) {
        if (hole.to.compareTo(range.from) <= 0 || hole.from.compareTo(range.to) >= 0) {
          next.add(range);
          continue;
        }
        if (range.from.compareTo(hole.from) < 0) {
          next.add(new CodeRange(range.from, hole.from));
        }
        if (hole.to.compareTo(range.to) < 0) {
          next.add(new CodeRange(hole.to, range.to));
        }
      }
      left = next;
    }
    return left;
  }

  /** The union of the ranges; sorted, without overlaps. */
  public static List<CodeRange> merge(Collection<CodeRange> ranges) {
    List<CodeRange> merged = new ArrayList<>();
    for (CodeRange range : ranges.stream().sorted(Comparator.comparing(CodeRange::from)).toList()) {
      CodeRange last = merged.isEmpty() ? null : merged.getLast();
      if (last != null && range.from.compareTo(last.to) <= 0) {
        String to = last.to.compareTo(range.to) >= 0 ? last.to : range.to;
        merged.set(merged.size() - 1, new CodeRange(last.from, to));
      } else {
        merged.add(range);
      }
    }
    return merged;
  }
}
