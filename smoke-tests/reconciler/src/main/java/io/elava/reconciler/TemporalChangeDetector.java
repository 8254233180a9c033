// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.model.Change;
import io.elava.model.ChangeType;
import io.elava.model.Resource;
import io.elava.model.Scan;
import io.elava.storage.Storage;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares each resource with its latest recorded revision. */
public final class TemporalChangeDetector implements ChangeDetector {
  private static final Logger log = LoggerFactory.getLogger(TemporalChangeDetector.class);

  private final Storage storage;
  private final Clock clock;

  /** Compares with what this storage holds. */
  public TemporalChangeDetector(Storage storage, Clock clock) {
    this.storage = storage;
    this.clock = clock;
  }

  @Override
  public List<Change> detectChanges(Scan scan, List<Resource> current) {
    List<Change> changes = new ArrayList<>();
    for (Resource resource : current) {
      compare(scan, resource).ifPresent(changes::add);
    }
    if (!scan.isFirst()) {
      addDisappeared(current, changes);
    }
    log.info("detected {} changes among {} resources", changes.size(), current.size());
    return changes;
  }

  private Optional<Change> compare(Scan scan, Resource resource) {
    if (scan.isFirst()) {
      return Optional.of(change(ChangeType.BASELINE, resource, null, "First seen:", Map.of()));
    }
    return storage
        .latest(resource.id())
        .map(previous -> difference(resource, previous))
        .orElseGet(() -> Optional.of(unknown(resource)));
  }

  private Change unknown(Resource resource) {
    boolean unmanaged = resource.tags().isEmpty();
    ChangeType type = unmanaged ? ChangeType.UNMANAGED : ChangeType.APPEARED;
    return change(type, resource, null, unmanaged ? "Unmanaged:" : "Appeared:", Map.of());
  }

  private Optional<Change> difference(Resource current, Resource previous) {
    if (!current.tags().equals(previous.tags())) {
      Map<String, String> diff =
          Diff.between("tags.", previous.tags().toMap(), current.tags().toMap());
      return Optional.of(
          change(ChangeType.TAG_DRIFT, current, previous, "Tag drift detected on", diff));
    }
    if (!current.status().equals(previous.status())) {
      Map<String, String> diff =
          Map.of("status.old", previous.status(), "status.new", current.status());
      return Optional.of(
          change(ChangeType.STATUS_CHANGED, current, previous, "Status changed on", diff));
    }
    if (!current.metadata().equals(previous.metadata())) {
      Map<String, String> diff = Diff.between("metadata.", previous.metadata(), current.metadata());
      return Optional.of(change(ChangeType.MODIFIED, current, previous, "Modified:", diff));
    }
    return Optional.empty();
  }

  private void addDisappeared(List<Resource> current, List<Change> changes) {
    Set<String> seen = new HashSet<>();
    for (Resource resource : current) {
      seen.add(resource.id());
    }
    for (String id : storage.liveIds()) {
      if (!seen.contains(id)) {
        storage
            .latest(id)
            .map(gone -> change(ChangeType.DISAPPEARED, null, gone, "Disappeared:", Map.of()))
            .ifPresent(changes::add);
      }
    }
  }

  private Change change(
      ChangeType type, Resource current, Resource previous, String what, Map<String, String> diff) {
    String id = current != null ? current.id() : previous.id();
    return new Change(type, id, current, previous, clock.instant(), what + " " + id, diff);
  }
}
