package io.zaikong.documents;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Bytes by their SHA-256, each once. */
@Repository
class ContentStore {

  private final JdbcClient jdbc;

  ContentStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Keeps the bytes and gives their hash. */
  String put(byte[] bytes) {
    String sha256 = sha256(bytes);
    jdbc.sql(
            """
            insert into documents.content (sha256, size_byte, bytes) values (?, ?, ?) on conflict do nothing
            """)
        .params(sha256, bytes.length, bytes)
        .update();
    return sha256;
  }

  /**
   * @throws IllegalStateException when they are not what was put
   */
  byte[] get(String sha256) {
    byte[] bytes =
        jdbc.sql("select bytes from documents.content where sha256 = ?")
            .param(sha256)
            .query(byte[].class)
            .single();
    if (!sha256(bytes).equals(sha256)) {
      throw new IllegalStateException("content " + sha256 + " is damaged");
    }
    return bytes;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
