package io.zaikong.edge;

import io.zaikong.shell.Allow;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.io.FileSystemResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Hands out the local authority's certificate, so that people can make their browsers trust it. */
@RestController
@ConditionalOnProperty("zaikong.ca-certificate")
class CaPage {

  private final Path certificate;

  CaPage(@Value("${zaikong.ca-certificate}") Path certificate) {
    this.certificate = certificate;
  }

  @Allow(everyone = true)
  @GetMapping("/ca.crt")
  ResponseEntity<FileSystemResource> download() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/x-x509-ca-cert"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename("zaikong-ca.crt").build().toString())
        .body(new FileSystemResource(certificate));
  }
}
