// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A concurrent map that compares keys by identity and holds them weakly. Entries of collected keys
 * are removed by whoever writes next to any such map, or calls {@link #forgetCollected()}: a map
 * that is not used any more would keep them for good. The JDK has none that is concurrent.
 */
public final class WeakIdentityMap<K, V> {
  /** Of all maps, as nobody may ever write to one again. */
  private static final ReferenceQueue<Object> COLLECTED = new ReferenceQueue<>();

  private final ConcurrentHashMap<Object, V> entries = new ConcurrentHashMap<>();

  /** For keys, as one that waits in the queue must not keep the map, and so its class loader. */
  private final WeakReference<Map<Object, V>> ofKeys = new WeakReference<>(entries);

  /** Returns the value of a key, or null. */
  public @Nullable V get(K key) {
    return entries.isEmpty() ? null : entries.get(new Probe(key));
  }

  /** Sets the value of a key. */
  public void put(K key, V value) {
    forgetCollected();
    entries.put(new Key<>(key, ofKeys), value);
  }

  /** Sets the value of a key that has none; returns the value it had, or null. */
  public @Nullable V putIfAbsent(K key, V value) {
    forgetCollected();
    return entries.putIfAbsent(new Key<>(key, ofKeys), value);
  }

  /** Forgets a key. */
  public void remove(K key) {
    if (entries.isEmpty()) {
      return;
    }
    forgetCollected();
    entries.remove(new Probe(key));
  }

  /** Returns the keys that are not collected. */
  @SuppressWarnings("unchecked") // all that is put is of this type
  public List<K> keys() {
    List<K> keys = new ArrayList<>();
    for (Object entry : entries.keySet()) {
      K key = ((Key<K>) entry).get();
      if (key != null) {
        keys.add(key);
      }
    }
    return keys;
  }

  /** Returns how many entries there are, counting those of keys just collected. */
  public int size() {
    forgetCollected();
    return entries.size();
  }

  /** Removes the entries of collected keys from the maps that have such. */
  public static void forgetCollected() {
    Reference<?> gone;
    while ((gone = COLLECTED.poll()) != null) {
      ((Key<?>) gone).forget();
    }
  }

  private static final class Key<K> extends WeakReference<K> {
    private final WeakReference<? extends Map<Object, ?>> entries;
    private final int hash;

    Key(K key, WeakReference<? extends Map<Object, ?>> entries) {
      super(key, COLLECTED);
      this.entries = entries;
      hash = System.identityHashCode(key);
    }

    void forget() {
      Map<Object, ?> known = entries.get();
      if (known != null) {
        known.remove(this);
      }
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      if (this == other) {
        return true;
      }
      Object mine = get();
      return mine != null && other instanceof Key && ((Key<?>) other).get() == mine;
    }
  }

  /** A key for looking up only, which spares the weak reference. */
  private static final class Probe {
    private final Object key;

    Probe(Object key) {
      this.key = key;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(key);
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return (other instanceof Key && ((Key<?>) other).get() == key)
          || (other instanceof Probe && ((Probe) other).key == key);
    }
  }
}
