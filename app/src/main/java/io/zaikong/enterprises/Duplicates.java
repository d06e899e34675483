package io.zaikong.enterprises;

import io.zaikong.enterprises.DuplicateStore.Suspect;
import io.zaikong.org.EnterpriseScopes;
import io.zaikong.org.EnterpriseScopes.Holder;
import io.zaikong.shell.Actor;
import io.zaikong.shell.Outcome;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records that may be one enterprise, and their merging by a person. */
@Service
public class Duplicates {

  private final DuplicateStore store;
  private final EnterpriseStore enterprises;
  private final StructureStore structure;
  private final Enterprises register;
  private final ObjectProvider<EnterpriseReferences> references;
  private final EnterpriseScopes scopes;
  private final Clock clock;

  Duplicates(
      DuplicateStore store,
      EnterpriseStore enterprises,
      StructureStore structure,
      Enterprises register,
      ObjectProvider<EnterpriseReferences> references,
      EnterpriseScopes scopes,
      Clock clock) {
    this.store = store;
    this.enterprises = enterprises;
    this.structure = structure;
    this.register = register;
    this.references = references;
    this.scopes = scopes;
    this.clock = clock;
  }

  /** The strongest suspicions first. */
  @Transactional(readOnly = true)
  public List<DuplicatePair> list(int limit) {
    List<Suspect> suspects = store.list(limit);
    Map<Long, Enterprise> byId =
        enterprises
            .listById(
                suspects.stream()
                    .flatMap(s -> Stream.of(s.oneId(), s.otherId()))
                    .distinct()
                    .toList())
            .stream()
            .collect(Collectors.toMap(Enterprise::id, Function.identity()));
    return suspects.stream()
        .map(
            s ->
                new DuplicatePair(
                    Objects.requireNonNull(byId.get(s.oneId())),
                    Objects.requireNonNull(byId.get(s.otherId())),
                    s.reasons()))
        .toList();
  }

  /** Says that the two are not the same; they are not suspected again. */
  @Transactional
  public Outcome<Enterprise> tellApart(long oneId, long otherId) {
    return both(
        oneId,
        otherId,
        (one, other) -> {
          store.insertDistinct(oneId, otherId, Actor.getCurrent(), clock.instant());
          register.note(one, "enterprise.tell_apart", List.of(), other.name());
          register.note(other, "enterprise.tell_apart", List.of(), one.name());
          return Outcome.done(one);
        });
  }

  /**
   * What merging would do.
   *
   * @param differences from the surviving record's value to the merged one's, which is not kept
   * @param holders whose accounts would hold the surviving record from today on
   * @param beyondReach whether accounts hold the merged record that the actor may not change
   */
  public record Merger(
      Enterprise merged,
      Enterprise survivor,
      List<FieldChange> differences,
      List<Holder> holders,
      boolean beyondReach) {}

  /** Four statements; refused as {@link #merge} would be. */
  @Transactional(readOnly = true)
  public Outcome<Merger> prepare(long mergedId, long survivorId) {
    return both(
        mergedId,
        survivorId,
        (merged, survivor) ->
            Outcome.done(
                new Merger(
                    merged,
                    survivor,
                    FieldChange.between(survivor, merged),
                    scopes.list(mergedId),
                    scopes.isHeldBeyondReach(mergedId))));
  }

  /**
   * Makes one record forward to the other. What others hold of it follows, and so do the scopes of
   * accounts; its fields and its history stay as they are, and the survivor keeps its own fields
   * and gains the names.
   */
  @Transactional
  public Outcome<Enterprise> merge(long mergedId, long survivorId) {
    return both(
        mergedId,
        survivorId,
        (merged, survivor) -> {
          if (scopes.isHeldBeyondReach(mergedId)) {
            return Outcome.refused("", "enterprise.merge.beyond_reach");
          }
          store.merge(mergedId, survivorId, clock.instant());
          structure.move(mergedId, survivorId, merged.name());
          references.orderedStream().forEach(r -> r.follow(merged, survivor));
          scopes.move(mergedId, survivorId);
          register.replace(survivor, survivor.withNamesOf(merged));
          register.note(merged, "enterprise.merged", List.of(), survivor.name());
          register.note(
              survivor,
              "enterprise.merge",
              List.of(),
              merged.name() + " " + merged.creditCode().value());
          register.tell(Set.of(mergedId, survivorId));
          return Outcome.done(survivor);
        });
  }

  private <T> Outcome<T> both(
      long oneId, long otherId, BiFunction<Enterprise, Enterprise, Outcome<T>> work) {
    Optional<Enterprise> one = enterprises.find(oneId).filter(e -> e.mergedInto() == null);
    Optional<Enterprise> other = enterprises.find(otherId).filter(e -> e.mergedInto() == null);
    if (oneId == otherId || one.isEmpty() || other.isEmpty()) {
      return Outcome.refused("", "enterprise.duplicate.gone");
    }
    return work.apply(one.get(), other.get());
  }
}
