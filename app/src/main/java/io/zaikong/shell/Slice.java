package io.zaikong.shell;

import io.zaikong.kit.DivisionCode;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/**
 * One page of a list in the API.
 *
 * @param page from 1
 * @param size of a full page, at most 1,000
 */
public record Slice<T>(long total, int page, int size, List<T> items) {

  private static final int MOST = 1_000;

  /** Part of a list and the number of rows in the whole. */
  public record Rows<T>(long total, List<T> items) {}

  /** Reads so many items from an offset on. */
  @FunctionalInterface
  public interface Reader<R> {
    R read(long offset, int limit);
  }

  /**
   * Counts, and reads the page that was asked for.
   *
   * @throws ResponseStatusException 400 when the page or the size is out of bounds
   */
  public static <T> Slice<T> of(int page, int size, LongSupplier total, Reader<List<T>> reader) {
    return of(
        page, size, (offset, limit) -> new Rows<>(total.getAsLong(), reader.read(offset, limit)));
  }

  /** As above, where the reading counts too. */
  public static <T> Slice<T> of(int page, int size, Reader<Rows<T>> reader) {
    if (page < 1 || size < 1 || size > MOST) {
      throw new ResponseStatusException(
          HttpStatus.BAD_REQUEST, "page 从 1 起，size 为 1–" + MOST + "。");
    }
    Rows<T> rows = reader.read((page - 1L) * size, size);
    return new Slice<>(rows.total(), page, size, rows.items());
  }

  /**
   * The division that a call names in its parameter, if any.
   *
   * @throws ResponseStatusException 400 when it is no code
   */
  public static Optional<DivisionCode> division(@Nullable String code) {
    if (code != null && !DivisionCode.isValid(code)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "应为 6、9 或 12 位区划代码：" + code);
    }
    return Optional.ofNullable(code).map(DivisionCode::new);
  }

  /** 404, also for what the account does not see. */
  public static ResponseStatusException notFound() {
    return new ResponseStatusException(HttpStatus.NOT_FOUND, "没有这条记录，或不在数据范围内。");
  }
}
