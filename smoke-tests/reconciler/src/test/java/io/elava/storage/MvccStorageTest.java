// SPDX-License-Identifier: Apache-2.0
package io.elava.storage;

import static io.elava.Samples.CLOCK;
import static io.elava.Samples.instance;
import static io.elava.Samples.scan;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.elava.Samples;
import io.elava.model.Change;
import io.elava.model.ChangeType;
import io.elava.model.Resource;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class MvccStorageTest {
  private final MvccStorage storage = MvccStorage.open("jdbc:h2:mem:", "sa", "", 1, CLOCK);

  @AfterEach
  void close() {
    storage.close();
  }

  @Test
  void stats_countScansAndNameTheLatestRevision() {
    assertThat(storage.stats().isEmpty()).isTrue();

    storage.recordObservations(scan(1), List.of(), List.of());
    storage.recordObservations(scan(2), List.of(), List.of());

    assertThat(storage.stats()).isEqualTo(new StorageStats(2, 2));
  }

  @Test
  void latest_returnsWhatWasRecordedLast() {
    Resource old = instance("i-1", "running", Map.of("owner", "a & b=c"));
    Resource current = instance("i-1", "stopped", Map.of("owner", "ü"));

    storage.recordObservations(scan(1), List.of(old), List.of());
    assertThat(storage.latest("i-1")).contains(old);

    storage.recordObservations(scan(2), List.of(current), List.of());
    assertThat(storage.latest("i-1")).contains(current);
  }

  @Test
  void latest_isEmptyForADisappearedResource() {
    Resource gone = instance("i-1", "running", Map.of());
    Resource kept = instance("i-2", "running", Map.of());
    Change change =
        new Change(ChangeType.DISAPPEARED, "i-1", null, gone, Samples.NOW, "", Map.of());
    storage.recordObservations(scan(1), List.of(gone, kept), List.of());

    storage.recordObservations(scan(2), List.of(kept), List.of(change));

    assertThat(storage.latest("i-1")).isEmpty();
    assertThat(storage.liveIds()).containsExactly("i-2");
  }

  @Test
  void compact_removesTheScansOutOfRetention() {
    Resource resource = instance("i-1", "running", Map.of());
    storage.recordObservations(scan(1), List.of(resource), List.of());
    storage.recordObservations(scan(2), List.of(resource), List.of());

    storage.compact(scan(2));

    assertThat(storage.stats()).isEqualTo(new StorageStats(1, 2));
    assertThat(storage.latest("i-1")).contains(resource);
  }

  @Test
  void recordObservations_leavesNothingBehindWhenItFails() {
    Resource twice = instance("i-1", "running", Map.of());

    assertThatThrownBy(() -> storage.recordObservations(scan(1), List.of(twice, twice), List.of()))
        .isInstanceOf(StorageException.class);

    assertThat(storage.stats().isEmpty()).isTrue();
  }
}
