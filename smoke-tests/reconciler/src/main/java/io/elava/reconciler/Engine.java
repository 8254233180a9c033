// SPDX-License-Identifier: Apache-2.0
package io.elava.reconciler;

import io.elava.executor.Executor;
import io.elava.model.Change;
import io.elava.model.Decision;
import io.elava.model.ExecutionResult;
import io.elava.model.PolicyEvaluation;
import io.elava.model.ReconcileResult;
import io.elava.model.Resource;
import io.elava.model.ResourceFilter;
import io.elava.model.Scan;
import io.elava.model.ScanType;
import io.elava.policy.PolicyEngine;
import io.elava.storage.Storage;
import io.elava.storage.StorageStats;
import io.elava.wal.Wal;
import io.elava.wal.WalEntry;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs the phases of a scan one after the other; one scan at a time. */
public final class Engine implements Reconciler {
  private static final Logger log = LoggerFactory.getLogger(Engine.class);
  private static final DateTimeFormatter SCAN_ID =
      DateTimeFormatter.ofPattern("'scan-'yyyy-MM-dd-HHmmss").withZone(ZoneOffset.UTC);

  private final ReentrantLock oneAtATime = new ReentrantLock();
  private final String instanceId;
  private final ReconcilerOptions options;
  private final Phases phases;
  private final Storage storage;
  private final Wal wal;
  private final Clock clock;

  /** An engine of these parts. */
  public Engine(
      String instanceId,
      ReconcilerOptions options,
      Phases phases,
      Storage storage,
      Wal wal,
      Clock clock) {
    this.instanceId = instanceId;
    this.options = options;
    this.phases = phases;
    this.storage = storage;
    this.wal = wal;
    this.clock = clock;
  }

  @Override
  public ReconcileResult reconcile(Config config) {
    oneAtATime.lock();
    try {
      Scan scan = begin(config);
      ReconcileResult result = run(scan);
      write(scan, "reconcile_complete", Map.of("changes", "" + result.changes().size()));
      log.info(
          "scan {} completed: {} resources, {} changes, {} violations",
          scan.id(),
          result.resources().size(),
          result.changes().size(),
          result.policy().violations().size());
      return result;
    } finally {
      oneAtATime.unlock();
    }
  }

  private Scan begin(Config config) {
    StorageStats stats = storage.stats();
    Instant now = clock.instant();
    ScanType type = stats.isEmpty() ? ScanType.BASELINE : ScanType.NORMAL;
    Scan scan =
        new Scan(
            SCAN_ID.format(now),
            type,
            config.provider(),
            config.region(),
            instanceId,
            stats.revision() + 1,
            now);
    write(scan, "reconcile_start", Map.of("type", type.value()));
    log.info("scan {} started, type {}", scan.id(), type.value());
    return scan;
  }

  private ReconcileResult run(Scan scan) {
    ResourceFilter filter = new ResourceFilter(options.types(), scan.provider(), scan.region());
    List<Resource> resources = phases.observer().observe(scan, filter);
    List<Change> changes = phases.changeDetector().detectChanges(scan, resources);
    PolicyEvaluation policy = phases.policyEngine().evaluateAll(scan, resources);
    List<Decision> decisions = phases.decisionMaker().decide(scan, changes, policy);
    storage.recordObservations(scan, resources, changes);
    storage.recordDecisions(scan, decisions);
    for (Decision decision : decisions) {
      write(scan, "decision", Map.of(decision.resourceId(), decision.action().value()));
    }
    ExecutionResult execution = execute(scan, decisions);
    storage.recordExecutions(scan, execution.results());
    storage.compact(scan);
    return new ReconcileResult(
        scan, clock.instant(), resources, changes, policy, decisions, execution);
  }

  private ExecutionResult execute(Scan scan, List<Decision> decisions) {
    List<String> ids = decisions.stream().map(Decision::resourceId).toList();
    Coordinator coordinator = phases.coordinator();
    Set<String> claimed = coordinator.claimResources(instanceId, ids, options.claimTtl());
    try {
      List<Decision> ours =
          decisions.stream().filter(decision -> claimed.contains(decision.resourceId())).toList();
      return phases.executor().execute(scan, ours);
    } finally {
      coordinator.releaseResources(instanceId, claimed);
    }
  }

  private void write(Scan scan, String type, Map<String, String> data) {
    wal.append(new WalEntry(clock.instant(), type, scan.id(), data));
  }

  /** The parts that do the work of a scan, in the order of their turns. */
  public record Phases(
      Observer observer,
      ChangeDetector changeDetector,
      PolicyEngine policyEngine,
      PolicyDecisionMaker decisionMaker,
      Coordinator coordinator,
      Executor executor) {}
}
