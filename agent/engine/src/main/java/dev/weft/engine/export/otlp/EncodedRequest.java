// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.export.otlp;

import io.opentelemetry.exporter.internal.marshal.Marshaler;
import io.opentelemetry.exporter.internal.marshal.Serializer;
import io.opentelemetry.sdk.common.export.MessageWriter;
import java.io.IOException;
import java.io.OutputStream;

/** What has been encoded, as the SDK's exporters send it; written as often as it is tried. */
final class EncodedRequest extends Marshaler implements MessageWriter {
  private final ProtoBuffer encoded;

  EncodedRequest(ProtoBuffer encoded) {
    this.encoded = encoded;
  }

  @Override
  public MessageWriter toBinaryMessageWriter() {
    return this;
  }

  @Override
  public void writeMessage(OutputStream out) throws IOException {
    encoded.writeTo(out);
  }

  @Override
  public int getContentLength() {
    return encoded.size();
  }

  @Override
  public int getBinarySerializedSize() {
    return encoded.size();
  }

  @Override
  protected void writeTo(Serializer output) throws IOException {
    output.writeSerializedMessage(encoded.toBytes(), "");
  }
}
