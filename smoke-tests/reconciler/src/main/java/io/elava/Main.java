// SPDX-License-Identifier: Apache-2.0
package io.elava;

import io.elava.daemon.Daemon;
import io.elava.http.ScanSummary;
import io.elava.json.Json;
import io.elava.model.ReconcileResult;
import java.time.Clock;

/** Starts the daemon, or runs a single scan with {@code --one-shot}. */
public final class Main {

  private Main() {}

  /** See {@link Settings} for the flags. */
  public static void main(String[] arguments) {
    Settings settings = Settings.of(arguments, System.getenv());
    if (settings.stubOnly()) {
      System.out.println("stub cloud on " + Application.stub(settings).endpoint());
      return;
    }
    Application application = new Application(settings, Clock.systemUTC());
    application.stub().ifPresent(stub -> System.out.println("stub cloud on " + stub.endpoint()));
    if (settings.oneShot()) {
      runOnce(application);
    } else {
      serve(application, settings);
    }
  }

  private static void runOnce(Application application) {
    try (application) {
      ReconcileResult result = application.reconciler().reconcile(application.config());
      System.out.println(Json.write(ScanSummary.of(result)));
    }
  }

  private static void serve(Application application, Settings settings) {
    Daemon daemon = new Daemon(application.reconciler(), application.config(), settings.server());
    int port = start(daemon, application, settings);
    Runtime.getRuntime()
        .addShutdownHook(
            new Thread(
                () -> {
                  daemon.stop();
                  application.close();
                },
                "shutdown"));
    System.out.println("listening on http://127.0.0.1:" + port);
  }

  private static int start(Daemon daemon, Application application, Settings settings) {
    try {
      return daemon.start(settings.port(), settings.interval());
    } catch (RuntimeException e) {
      application.close();
      throw e;
    }
  }
}
