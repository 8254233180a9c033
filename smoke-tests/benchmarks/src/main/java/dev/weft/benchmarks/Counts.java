// SPDX-License-Identifier: Apache-2.0
package dev.weft.benchmarks;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Counts what OTLP requests contain. It skips through the bytes by the numbers of the fields, and
 * makes no objects of them. Thread-safe.
 */
final class Counts {
  private static final byte[] DROPPED = "weft.spans.dropped".getBytes(StandardCharsets.UTF_8);

  private static final int VALUE = 6 << 3 | WireFormat.WIRETYPE_FIXED64;

  private long spans;
  private long points;
  private long logRecords;
  private long dropped;

  synchronized long spans() {
    return spans;
  }

  synchronized long points() {
    return points;
  }

  synchronized long logRecords() {
    return logRecords;
  }

  synchronized long dropped() {
    return dropped;
  }

  synchronized boolean awaitSpans(long wanted, long patienceMillis) throws InterruptedException {
    long deadline = System.nanoTime() + patienceMillis * 1_000_000;
    while (spans < wanted) {
      long left = (deadline - System.nanoTime()) / 1_000_000;
      if (left <= 0) {
        return false;
      }
      wait(left);
    }
    return true;
  }

  /** Resource, scope, span: fields 1, 2 and 2. */
  synchronized void traces(byte[] request) throws IOException {
    each(request, 1, resource -> each(resource, 2, scope -> each(scope, 2, span -> spans++)));
    notifyAll();
  }

  /** Resource, scope, record: fields 1, 2 and 2. */
  synchronized void logs(byte[] request) throws IOException {
    each(request, 1, resource -> each(resource, 2, scope -> each(scope, 2, log -> logRecords++)));
    notifyAll();
  }

  /** Resource, scope, metric: fields 1, 2 and 2. */
  synchronized void metrics(byte[] request) throws IOException {
    each(request, 1, resource -> each(resource, 2, scope -> each(scope, 2, this::metric)));
    notifyAll();
  }

  /** The name is field 1; the data of each kind, of which there is one, are fields 5 to 11. */
  private void metric(byte[] metric) throws IOException {
    boolean[] isDropped = new boolean[1];
    each(metric, 1, name -> isDropped[0] = Arrays.equals(name, DROPPED));
    if (isDropped[0]) {
      dropped = 0;
    }
    for (int kind = 5; kind <= 11; kind++) {
      each(metric, kind, data -> each(data, 1, point -> point(point, isDropped[0])));
    }
  }

  private void point(byte[] point, boolean isDropped) throws IOException {
    points++;
    if (isDropped) {
      dropped += value(point);
    }
  }

  /** Field 6 of a point is its value as an integer. */
  private static long value(byte[] point) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(point);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == VALUE) {
        return in.readSFixed64();
      }
      in.skipField(tag);
    }
    return 0;
  }

  private static void each(byte[] message, int field, Visitor visitor) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(message);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagFieldNumber(tag) == field
          && WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        visitor.visit(in.readByteArray());
      } else {
        in.skipField(tag);
      }
    }
  }

  private interface Visitor {
    void visit(byte[] message) throws IOException;
  }
}
