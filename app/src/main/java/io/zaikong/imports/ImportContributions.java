package io.zaikong.imports;

import io.zaikong.shell.Actor;
import io.zaikong.shell.TodoCounter;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What imports add to the shell: to-dos. */
@Configuration
class ImportContributions {

  private static final int MOST = 30;

  /** Workbooks that were checked, or whose import was cut off, wait for a decision. */
  @Bean
  TodoCounter openImports(Imports imports, ObjectProvider<ImportKind> kinds) {
    return () -> {
      Set<String> mine =
          kinds.stream()
              .filter(kind -> kind.isFor(Actor.getCurrent()))
              .map(ImportKind::key)
              .collect(Collectors.toSet());
      return mine.isEmpty()
          ? List.of()
          : imports.listOpen(MOST).stream()
              .filter(one -> mine.contains(one.kind()))
              .map(ImportContributions::todo)
              .toList();
    };
  }

  private static TodoCounter.Todo todo(Import one) {
    return new TodoCounter.Todo(
        one.kind() + ".import", one.fileName(), 1, Optional.empty(), "imports.decide", one.href());
  }
}
