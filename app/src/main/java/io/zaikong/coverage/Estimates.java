package io.zaikong.coverage;

import io.zaikong.coverage.EstimateStore.Common;
import io.zaikong.coverage.EstimateStore.InList;
import io.zaikong.coverage.StatusFilter.Show;
import io.zaikong.coverage.StatusFilter.Sort;
import io.zaikong.enterprises.Category;
import io.zaikong.kit.DivisionCode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How many enterprises nobody knows yet (未知数估计), by every pair of two lists. */
@Service
public class Estimates {

  private final EstimateStore store;
  private final OutsideLists lists;
  private final CensusStatus status;

  Estimates(EstimateStore store, OutsideLists lists, CensusStatus status) {
    this.store = store;
    this.lists = lists;
    this.status = status;
  }

  /**
   * @param one the first list; null: what the census has received
   * @param other the second list
   */
  public record Pair(@Nullable OutsideList one, OutsideList other, Chapman estimate) {}

  /** The census with every list first, then the lists with each other; four statements. */
  @Transactional(readOnly = true)
  public List<Pair> list(
      Round round, @Nullable DivisionCode division, @Nullable Category category) {
    StatusFilter received =
        new StatusFilter(division, Show.RECEIVED, category, null, null, null, Sort.STATE, false);
    long n1 = status.count(round, received);
    Map<Long, OutsideList> byId = new LinkedHashMap<>();
    lists.list().forEach(l -> byId.put(l.id(), l));
    Map<Long, Long> sizes = new LinkedHashMap<>();
    List<Pair> pairs = new ArrayList<>();
    for (InList in : store.listInLists(round.id(), status.today(), division, category)) {
      OutsideList list = byId.get(in.list());
      if (list != null) {
        sizes.put(in.list(), in.n2());
        pairs.add(new Pair(null, list, new Chapman(n1, in.n2(), in.both())));
      }
    }
    Map<List<Long>, Long> common = new LinkedHashMap<>();
    for (Common c : store.listCommon(division, category)) {
      common.put(List.of(c.one(), c.other()), c.both());
    }
    List<Long> ids = sizes.keySet().stream().sorted().toList();
    for (int i = 0; i < ids.size(); i++) {
      for (int j = i + 1; j < ids.size(); j++) {
        pairs.add(pair(byId, sizes, ids.get(i), ids.get(j), common));
      }
    }
    return pairs;
  }

  private static Pair pair(
      Map<Long, OutsideList> lists,
      Map<Long, Long> sizes,
      Long one,
      Long other,
      Map<List<Long>, Long> common) {
    return new Pair(
        java.util.Objects.requireNonNull(lists.get(one)),
        java.util.Objects.requireNonNull(lists.get(other)),
        new Chapman(
            sizes.getOrDefault(one, 0L),
            sizes.getOrDefault(other, 0L),
            common.getOrDefault(List.of(one, other), 0L)));
  }
}
