// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import static io.elava.Samples.CLOCK;
import static io.elava.Samples.instance;
import static io.elava.Samples.resource;
import static io.elava.Samples.scan;
import static org.assertj.core.api.Assertions.assertThat;

import io.elava.model.Change;
import io.elava.model.ChangeType;
import io.elava.model.Resource;
import io.elava.model.Severity;
import io.elava.storage.MvccStorage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TemporalChangeDetectorTest {
  private static final Map<String, String> OWNED = Map.of("owner", "team-a");
  private static final Resource KNOWN = instance("i-1", "running", OWNED);

  private final MvccStorage storage = MvccStorage.open("jdbc:h2:mem:", "sa", "", 10, CLOCK);
  private final ChangeDetector detector = new TemporalChangeDetector(storage, CLOCK);

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void detectChanges_callsAllBaselineInTheFirstScan() {
    List<Change> changes = detector.detectChanges(scan(1), List.of(KNOWN));

    assertThat(changes).extracting(Change::type).containsExactly(ChangeType.BASELINE);
    assertThat(changes.get(0).current()).isEqualTo(KNOWN);
    assertThat(changes.get(0).previous()).isNull();
  }

  @Test
  void detectChanges_isEmptyWhenNothingChanged() {
    assertThat(detectAfterBaseline(KNOWN)).isEmpty();
  }

  @Test
  void detectChanges_reportsOldAndNewTags() {
    Resource drifted = instance("i-1", "running", Map.of("owner", "team-b", "team", "b"));

    List<Change> changes = detectAfterBaseline(drifted);

    assertThat(changes).extracting(Change::type).containsExactly(ChangeType.TAG_DRIFT);
    assertThat(changes.get(0).diff())
        .isEqualTo(
            Map.of("tags.owner.old", "team-a", "tags.owner.new", "team-b", "tags.team.new", "b"));
  }

  @Test
  void detectChanges_reportsOldAndNewStatus() {
    List<Change> changes = detectAfterBaseline(instance("i-1", "stopped", OWNED));

    assertThat(changes).extracting(Change::type).containsExactly(ChangeType.STATUS_CHANGED);
    assertThat(changes.get(0).diff())
        .isEqualTo(Map.of("status.old", "running", "status.new", "stopped"));
  }

  @Test
  void detectChanges_reportsModifiedMetadata() {
    Resource resized =
        resource("i-1", "ec2", "running", OWNED, Map.of("instance_type", "t3.large"));

    List<Change> changes = detectAfterBaseline(resized);

    assertThat(changes).extracting(Change::type).containsExactly(ChangeType.MODIFIED);
  }

  @Test
  void detectChanges_tellsManagedFromUnmanagedNewcomers() {
    Resource tagged = instance("i-2", "running", OWNED);
    Resource untagged = instance("i-3", "running", Map.of());

    List<Change> changes = detectAfterBaseline(KNOWN, tagged, untagged);

    assertThat(changes)
        .extracting(Change::type)
        .containsExactly(ChangeType.APPEARED, ChangeType.UNMANAGED);
  }

  @Test
  void detectChanges_keepsThePreviousStateOfWhatDisappeared() {
    Resource blessed = instance("i-0", "running", Map.of("elava:blessed", "true"));
    storage.recordObservations(scan(1), List.of(blessed, KNOWN), List.of());

    List<Change> changes = detector.detectChanges(scan(2), List.of(KNOWN));

    assertThat(changes).extracting(Change::type).containsExactly(ChangeType.DISAPPEARED);
    assertThat(changes.get(0).current()).isNull();
    assertThat(changes.get(0).previous()).isEqualTo(blessed);
    assertThat(changes.get(0).severity()).isEqualTo(Severity.CRITICAL);
  }

  private List<Change> detectAfterBaseline(Resource... current) {
    storage.recordObservations(scan(1), List.of(KNOWN), List.of());
    return detector.detectChanges(scan(2), List.of(current));
  }
}
