// SPDX-License-Identifier: Apache-2.0
package io.elava;

import io.elava.executor.ExecutorEngine;
import io.elava.executor.SafetyChecks;
import io.elava.notify.WebhookNotifier;
import io.elava.policy.RulePolicyEngine;
import io.elava.providers.CloudProvider;
import io.elava.providers.aws.AwsProvider;
import io.elava.providers.aws.AwsSettings;
import io.elava.reconciler.Config;
import io.elava.reconciler.Engine;
import io.elava.reconciler.LocalCoordinator;
import io.elava.reconciler.PolicyEnforcingDecisionMaker;
import io.elava.reconciler.ProviderObserver;
import io.elava.reconciler.Reconciler;
import io.elava.reconciler.ReconcilerOptions;
import io.elava.reconciler.TemporalChangeDetector;
import io.elava.storage.MvccStorage;
import io.elava.storage.Storage;
import io.elava.stub.StubCloud;
import io.elava.wal.FileWal;
import io.elava.wal.MemoryWal;
import io.elava.wal.Wal;
import java.net.URI;
import java.time.Clock;
import java.util.Optional;

/** All parts of the reconciler, put together as the settings say. */
public final class Application implements AutoCloseable {
  private final StubCloud stub;
  private final Storage storage;
  private final Wal wal;
  private final CloudProvider provider;
  private final Reconciler reconciler;
  private final Config config;

  /** Opens the storage and, unless a real endpoint or webhook is set, starts the stub. */
  public Application(Settings settings, Clock clock) {
    boolean real = settings.awsEndpoint().isPresent() && settings.webhookUrl().isPresent();
    stub = real ? null : stub(settings);
    URI endpoint = settings.awsEndpoint().orElseGet(() -> stub.endpoint());
    boolean stubbed = settings.awsEndpoint().isEmpty() || settings.staticCredentials();
    URI webhooks = settings.webhookUrl().orElseGet(() -> stub.webhooks());
    storage =
        MvccStorage.open(
            settings.jdbcUrl(),
            settings.jdbcUser(),
            settings.jdbcPassword(),
            settings.retainedScans(),
            clock);
    wal = settings.wal().<Wal>map(FileWal::new).orElseGet(MemoryWal::new);
    AwsSettings aws = new AwsSettings(settings.region(), endpoint, stubbed, settings.bucketTags());
    provider = new AwsProvider(aws, clock);
    config = new Config("v1", provider.name(), settings.region());
    reconciler = engine(settings, webhooks, clock);
  }

  static StubCloud stub(Settings settings) {
    int webhookStatus = settings.stubWebhookStatus();
    return StubCloud.start(settings.stubPort(), settings.stubWorld(), webhookStatus);
  }

  private Engine engine(Settings settings, URI webhooks, Clock clock) {
    SafetyChecks safety = new SafetyChecks(settings.dryRun(), settings.allowTagging());
    Engine.Phases phases =
        new Engine.Phases(
            new ProviderObserver(provider),
            new TemporalChangeDetector(storage, clock),
            settings.strict() ? RulePolicyEngine.strict() : RulePolicyEngine.withDefaults(),
            new PolicyEnforcingDecisionMaker(clock),
            new LocalCoordinator(clock),
            new ExecutorEngine(new WebhookNotifier(webhooks), safety, clock));
    ReconcilerOptions options = ReconcilerOptions.observing(settings.types());
    return new Engine(settings.instanceId(), options, phases, storage, wal, clock);
  }

  /** The engine. */
  public Reconciler reconciler() {
    return reconciler;
  }

  /** What to reconcile. */
  public Config config() {
    return config;
  }

  /** The stub, empty when everything real is set. */
  public Optional<StubCloud> stub() {
    return Optional.ofNullable(stub);
  }

  @Override
  public void close() {
    provider.close();
    storage.close();
    wal.close();
    if (stub != null) {
      stub.close();
    }
  }
}
