package io.zaikong.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** Moves a table's rows, one at a time in memory, and takes their digest on the way. */
final class Copy {

  private static final int BUFFER_BYTES = 1 << 16;

  private final CopyManager manager;

  Copy(Connection connection) throws SQLException {
    this.manager = connection.unwrap(PGConnection.class).getCopyAPI();
  }

  Manifest.Table out(Catalogue.Table table, OutputStream target) throws IOException, SQLException {
    MessageDigest digest = Digests.begin();
    long rows = manager.copyOut(table.copyOut(), new DigestOutputStream(target, digest));
    return new Manifest.Table(table.name(), table.columns(), rows, Digests.hex(digest));
  }

  Manifest.Table in(Catalogue.Table table, InputStream source) throws IOException, SQLException {
    MessageDigest digest = Digests.begin();
    long rows = manager.copyIn(table.copyIn(), new DigestInputStream(source, digest), BUFFER_BYTES);
    return new Manifest.Table(table.name(), table.columns(), rows, Digests.hex(digest));
  }
}
