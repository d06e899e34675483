package io.zaikong.filings.web;

import io.zaikong.documents.Download;
import io.zaikong.documents.FileType;
import io.zaikong.documents.Papers;
import io.zaikong.documents.Papers.Paper;
import io.zaikong.filings.Accountables;
import io.zaikong.filings.Filing;
import io.zaikong.filings.FilingRegister;
import io.zaikong.filings.FilingState;
import io.zaikong.filings.Filings;
import io.zaikong.filings.MajorSource;
import io.zaikong.shell.Allow;
import io.zaikong.shell.Role;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.server.ResponseStatusException;

/** A filing's certificate for a word processor, and the notice board of a source. */
@Controller
@Allow({Role.CHIEF, Role.OFFICER, Role.ENTERPRISE_SAFETY_MANAGER})
class FilingPaperPages {

  private final Filings filings;
  private final FilingRegister register;
  private final Accountables accountables;
  private final FilingPapers print;
  private final Papers papers;

  FilingPaperPages(
      Filings filings,
      FilingRegister register,
      Accountables accountables,
      FilingPapers print,
      Papers papers) {
    this.filings = filings;
    this.register = register;
    this.accountables = accountables;
    this.print = print;
    this.papers = papers;
  }

  /**
   * The issued PDF is among the documents; this is its content to go on with. One from paper has
   * the scan of its certificate instead.
   */
  @GetMapping("/filings/{id:\\d+}/certificate.docx")
  ResponseEntity<byte[]> certificate(@PathVariable long id) {
    Filing filing = filings.find(id).orElseThrow(FilingPaperPages::notFound);
    if (!(filing.state() instanceof FilingState.Standing standing) || filing.paper() != null) {
      throw notFound();
    }
    Paper paper =
        print.certificate(
            filing, filings.contents(filing), standing.filed().on(), Optional.empty());
    return Download.of(
        print.certificateTitle(filing) + ".docx", FileType.DOCX.mediaType(), papers.word(paper));
  }

  @GetMapping("/filings/sources/{id}/board.pdf")
  ResponseEntity<byte[]> board(@PathVariable long id) {
    MajorSource source =
        register.find(id).orElseThrow(FilingPaperPages::notFound).standing().source();
    Paper paper =
        print.board(
            source,
            accountables.list(id).stream().filter(p -> p.to() == null).toList(),
            register.today());
    return Download.of(
        print.boardTitle(source) + ".pdf", FileType.PDF.mediaType(), papers.pdf(paper));
  }

  private static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND);
  }
}
