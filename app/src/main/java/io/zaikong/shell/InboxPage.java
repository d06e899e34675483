package io.zaikong.shell;

import static java.util.Comparator.comparing;

import io.zaikong.shell.TodoCounter.Todo;
import java.time.Clock;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.OptionalLong;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** 待办: what waits for this person, the most urgent first. */
@Controller
class InboxPage {

  /**
   * @param daysLeft below zero when the date has passed; empty without a date
   */
  record Row(Todo todo, OptionalLong daysLeft) {

    Tone tone() {
      if (daysLeft.isEmpty()) {
        return Tone.QUIET;
      }
      long days = daysLeft.getAsLong();
      return days < 0 ? Tone.BAD : days <= 3 ? Tone.WARNING : Tone.NEUTRAL;
    }
  }

  private final ObjectProvider<TodoCounter> counters;
  private final Handlers handlers;
  private final Clock clock;

  InboxPage(ObjectProvider<TodoCounter> counters, Handlers handlers, Clock clock) {
    this.handlers = handlers;
    this.counters = counters;
    this.clock = clock;
  }

  @Allow
  @GetMapping("/inbox")
  String show(Model model) {
    LocalDate today = LocalDate.ofInstant(clock.instant(), Words.ZONE);
    Actor actor = Actor.findCurrent().orElse(null);
    List<Row> rows =
        counters
            .orderedStream()
            .flatMap(counter -> counter.listTodos().stream())
            .filter(todo -> handlers.mayOpen(todo.href(), actor))
            .sorted(comparing(todo -> todo.due().orElse(LocalDate.MAX)))
            .map(todo -> new Row(todo, daysLeft(today, todo)))
            .toList();
    model.addAttribute("rows", rows);
    return "shell/inbox";
  }

  private static OptionalLong daysLeft(LocalDate today, Todo todo) {
    return todo.due().stream().mapToLong(due -> ChronoUnit.DAYS.between(today, due)).findFirst();
  }
}
