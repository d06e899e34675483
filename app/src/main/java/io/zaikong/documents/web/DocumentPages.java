package io.zaikong.documents.web;

import io.zaikong.documents.Attachment;
import io.zaikong.documents.Attachments;
import io.zaikong.documents.DocumentKind;
import io.zaikong.documents.DocumentNumbers;
import io.zaikong.documents.Download;
import io.zaikong.documents.IssuedDocument;
import io.zaikong.documents.IssuedDocuments;
import io.zaikong.documents.IssuedFilter;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Listing;
import io.zaikong.shell.Role;
import io.zaikong.shell.Texts;
import io.zaikong.shell.Words;
import jakarta.servlet.http.HttpServletRequest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** The documents issued, and the files themselves. The list runs two statements. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class DocumentPages {

  private final IssuedDocuments issued;
  private final Attachments attachments;
  private final DocumentNumbers numbers;
  private final Texts texts;

  DocumentPages(
      IssuedDocuments issued, Attachments attachments, DocumentNumbers numbers, Texts texts) {
    this.issued = issued;
    this.attachments = attachments;
    this.numbers = numbers;
    this.texts = texts;
  }

  @GetMapping("/documents")
  String list(HttpServletRequest request, Locale locale, Model model) {
    Listing list = Listing.of(request);
    IssuedFilter filter =
        new IssuedFilter(
            list.filter("kind").isEmpty() ? null : list.filter("kind"),
            list.filter("text").isEmpty() ? null : list.filter("text"));
    List<IssuedDocument> rows = issued.list(filter, list.offset(), list.size());
    model.addAttribute("list", list.withTotal(issued.count(filter)));
    model.addAttribute("rows", rows);
    model.addAttribute("kinds", kinds(texts.in(locale)));
    return "documents/web/documents";
  }

  @GetMapping("/documents/{id}")
  ResponseEntity<byte[]> document(@PathVariable long id) {
    IssuedDocuments.Opened opened =
        issued.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    return Download.of(opened.document().fileName(), "application/pdf", opened.bytes());
  }

  @GetMapping("/documents/attachments/{id}")
  ResponseEntity<byte[]> attachment(@PathVariable long id) {
    Attachments.Opened opened =
        attachments.open(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    Attachment attachment = opened.attachment();
    return Download.of(attachment.name(), attachment.type().mediaType(), opened.bytes());
  }

  private Map<String, String> kinds(Words words) {
    return numbers.kinds().stream()
        .collect(
            Collectors.toMap(
                DocumentKind::name, k -> words.text(k.textKey()), (a, b) -> a, LinkedHashMap::new));
  }
}
