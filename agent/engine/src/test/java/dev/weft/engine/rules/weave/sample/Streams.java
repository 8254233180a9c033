// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.rules.weave.sample;

import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What an application makes with Project Reactor. */
public final class Streams implements Function<String, Object> {
  /** Returns a stream that nobody has subscribed to. */
  @Override
  public Object apply(String kind) {
    return kind.startsWith("flux") ? flux(kind) : mono(kind);
  }

  Mono<String> mono(String kind) {
    switch (kind) {
      case "none":
        return null;
      case "thrown":
        throw new IllegalStateException(kind);
      case "failing":
        return Mono.error(new IllegalArgumentException(kind));
      case "never":
        return Mono.never();
      default:
        return Mono.just(kind);
    }
  }

  Flux<String> flux(String kind) {
    return kind.equals("flux-failing")
        ? Flux.error(new IllegalArgumentException(kind))
        : Flux.just(kind, "more");
  }
}
