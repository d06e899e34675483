package io.zaikong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.function.Predicate;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;

/** The SQL statements that were sent meanwhile, by whomever in this process. */
public final class Statements {

  private Statements() {}

  /** Those of the calling thread alone, whatever goes on beside it. */
  public static List<String> ofThisThread(Runnable work) {
    String thread = Thread.currentThread().getName();
    return of(work, event -> event.getThreadName().equals(thread));
  }

  public static List<String> of(Runnable work) {
    return of(work, event -> true);
  }

  private static List<String> of(Runnable work, Predicate<ILoggingEvent> counted) {
    Logger logger = (Logger) LoggerFactory.getLogger(JdbcTemplate.class);
    Level before = logger.getLevel();
    // An event takes the name of the thread that first asks for it.
    ListAppender<ILoggingEvent> sent =
        new ListAppender<>() {
          @Override
          protected void append(ILoggingEvent event) {
            event.prepareForDeferredProcessing();
            super.append(event);
          }
        };
    sent.start();
    logger.addAppender(sent);
    logger.setAdditive(false);
    logger.setLevel(Level.DEBUG);
    try {
      work.run();
    } finally {
      logger.setLevel(before);
      logger.setAdditive(true);
      logger.detachAppender(sent);
    }
    return List.copyOf(sent.list).stream()
        .filter(counted)
        .map(ILoggingEvent::getFormattedMessage)
        .filter(message -> message.startsWith("Executing prepared SQL statement ["))
        .toList();
  }
}
