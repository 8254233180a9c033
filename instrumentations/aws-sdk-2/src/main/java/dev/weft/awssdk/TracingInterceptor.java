// SPDX-License-Identifier: Apache-2.0
package dev.weft.awssdk;

import dev.weft.api.Faults;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ClientType;
import software.amazon.awssdk.core.SdkRequest;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.core.interceptor.SdkExecutionAttribute;
import software.amazon.awssdk.http.SdkHttpRequest;

/**
 * Follows a call through the SDK, retries included. Whatever goes wrong here stays here: the SDK
 * would hand it to the application.
 */
final class TracingInterceptor implements ExecutionInterceptor {
  static final ExecutionInterceptor INSTANCE = new TracingInterceptor();

  private static final String NAME = "aws-sdk-2";

  private TracingInterceptor() {}

  @Override
  public SdkRequest modifyRequest(Context.ModifyRequest context, ExecutionAttributes attributes) {
    try {
      // two interceptors would be two spans, should the SDK find ours twice
      if (call(attributes) == null && !Faults.switchedOff(NAME)) {
        AwsCall started = AwsSdkTelemetry.start(context.request(), attributes);
        if (started != null) {
          attributes.putAttribute(AwsCall.ATTRIBUTE, started);
        }
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    }
    return context.request();
  }

  @Override
  public void afterMarshalling(Context.AfterMarshalling context, ExecutionAttributes attributes) {
    try {
      AwsCall call = call(attributes);
      if (call != null
          && attributes.getAttribute(SdkExecutionAttribute.CLIENT_TYPE) == ClientType.SYNC) {
        call.enter();
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    }
  }

  /** Adds the trace header where the SDK has no place that is cheaper. */
  @Override
  public SdkHttpRequest modifyHttpRequest(
      Context.ModifyHttpRequest context, ExecutionAttributes attributes) {
    SdkHttpRequest request = context.httpRequest();
    try {
      AwsCall call = call(attributes);
      if (call == null || TraceHeader.mutableRequestsSeen()) {
        return request;
      }
      SdkHttpRequest.Builder builder = request.toBuilder();
      TraceHeader.put(call, builder);
      return builder.build();
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
      return request;
    }
  }

  @Override
  public void beforeTransmission(
      Context.BeforeTransmission context, ExecutionAttributes attributes) {
    try {
      AwsCall call = call(attributes);
      if (call != null) {
        AwsSdkTelemetry.sent(call, context.httpRequest());
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    }
  }

  /** Called for each attempt. */
  @Override
  public void afterTransmission(Context.AfterTransmission context, ExecutionAttributes attributes) {
    try {
      AwsCall call = enclosed(attributes);
      if (call != null) {
        Throttling.answered(call, context.httpResponse().statusCode());
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    }
  }

  /** Called for each attempt of a synchronous client. */
  @Override
  public Optional<InputStream> modifyHttpResponseContent(
      Context.ModifyHttpResponse context, ExecutionAttributes attributes) {
    Optional<InputStream> body = context.responseBody();
    AwsCall call = enclosed(attributes);
    if (call == null || context.httpResponse().statusCode() != 400 || !body.isPresent()) {
      return body;
    }
    try {
      return Optional.of(Throttling.refused(call, body.get()));
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
      return body;
    }
  }

  @Override
  public void afterExecution(Context.AfterExecution context, ExecutionAttributes attributes) {
    AwsCall call = taken(attributes);
    try {
      if (call != null) {
        AwsSdkTelemetry.answered(call, context.httpResponse().statusCode(), context.response());
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    } finally {
      end(call);
    }
  }

  @Override
  public void onExecutionFailure(Context.FailedExecution context, ExecutionAttributes attributes) {
    AwsCall call = taken(attributes);
    try {
      if (call != null) {
        AwsSdkTelemetry.failed(call, context.exception());
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    } finally {
      end(call);
    }
  }

  private static void end(@Nullable AwsCall call) {
    try {
      if (call != null) {
        AwsSdkTelemetry.end(call);
      }
    } catch (Throwable thrown) {
      Faults.swallowed(NAME, "TracingInterceptor", thrown);
    }
  }

  /** Returns the call if anybody wants to be told more than its span says. */
  private static @Nullable AwsCall enclosed(ExecutionAttributes attributes) {
    AwsCall call = call(attributes);
    return call == null || call.span().enclosing() == null ? null : call;
  }

  private static @Nullable AwsCall call(ExecutionAttributes attributes) {
    return attributes.getAttribute(AwsCall.ATTRIBUTE);
  }

  /** Returns the call for the last time, so that a second end finds none. */
  private static @Nullable AwsCall taken(ExecutionAttributes attributes) {
    AwsCall call = call(attributes);
    if (call != null) {
      attributes.putAttribute(AwsCall.ATTRIBUTE, null);
    }
    return call;
  }
}
