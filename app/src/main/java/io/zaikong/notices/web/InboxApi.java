package io.zaikong.notices.web;

import io.zaikong.notices.Inbox;
import io.zaikong.notices.Inbox.Part;
import io.zaikong.notices.InboxFilter;
import io.zaikong.notices.Notice;
import io.zaikong.shell.Allow;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** What waits for the token's person, for programs. */
@RestController
@RequestMapping("/api/v1")
@Allow(token = "inbox:read")
class InboxApi {

  private static final int MOST = 1_000;

  private final Inbox inbox;

  InboxApi(Inbox inbox) {
    this.inbox = inbox;
  }

  /** One page of the inbox. */
  record Slice(long total, int page, int size, List<Notice> items) {}

  /**
   * Urgent ones first, then by due day.
   *
   * @param page from 1
   * @param size at most 1,000
   */
  @GetMapping("/inbox")
  Slice list(
      @RequestParam(defaultValue = "1") int page, @RequestParam(defaultValue = "50") int size) {
    if (page < 1 || size < 1 || size > MOST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "page 从 1 起,size 为 1–" + MOST + "。");
    }
    Part part = inbox.list(InboxFilter.own(), (page - 1L) * size, size);
    return new Slice(part.total(), page, size, part.notices());
  }
}
