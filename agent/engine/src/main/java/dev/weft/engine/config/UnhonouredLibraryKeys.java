// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.config;

import java.util.Map;

/** What the reference agent can be told about single libraries and Weft cannot. */
final class UnhonouredLibraryKeys {
  /** The name of an instrumentation, and what follows it in the names of its settings. */
  private static final String[][] OPTIONS = {
    {"apache-elasticjob", "experimental-span-attributes"},
    {"apache-shenyu", "experimental-span-attributes"},
    {"aws-lambda", "flush-timeout"},
    {
      "aws-sdk",
      "experimental-record-individual-http-error experimental-span-attributes "
          + "experimental-use-propagator-for-messaging"
    },
    {"camel", "experimental-span-attributes"},
    {"cassandra", "query-sanitization.enabled"},
    {"couchbase", "experimental-span-attributes"},
    {"elasticsearch", "capture-search-query experimental-span-attributes"},
    {"executors", "include include-all"},
    {"external-annotations", "exclude-methods include"},
    {
      "graphql",
      "capture-query data-fetcher.enabled operation-name-in-span-name.enabled "
          + "query-sanitization.enabled trivial-data-fetcher.enabled"
    },
    {
      "grpc",
      "capture-metadata.client.request capture-metadata.server.request "
          + "client.request-metadata.excluded client.request-metadata.included "
          + "emit-message-events experimental-span-attributes "
          + "server.request-metadata.excluded server.request-metadata.included"
    },
    {"guava", "experimental-span-attributes"},
    {"hibernate", "experimental-span-attributes"},
    {"hystrix", "experimental-span-attributes"},
    {"influxdb", "query-sanitization.enabled"},
    {
      "java-util-logging",
      "experimental-log-attributes experimental.capture-arguments "
          + "experimental.capture-template"
    },
    {"jaxrs", "experimental-span-attributes"},
    {
      "jboss-logmanager",
      "experimental-log-attributes experimental.capture-arguments "
          + "experimental.capture-mdc-attributes experimental.capture-template "
          + "experimental.mdc-attributes.excluded experimental.mdc-attributes.included"
    },
    {
      "jdbc",
      "experimental.capture-query-parameters experimental.sqlcommenter.enabled "
          + "experimental.transaction.enabled"
    },
    {"jsp", "experimental-span-attributes"},
    {"kafka", "experimental-span-attributes producer-propagation.enabled"},
    {"kubernetes-client", "experimental-span-attributes"},
    {
      "lettuce",
      "connection-telemetry.enabled experimental-span-attributes "
          + "experimental.command-encoding-events.enabled"
    },
    {
      "log4j-appender",
      "experimental-log-attributes experimental.capture-arguments "
          + "experimental.capture-code-attributes "
          + "experimental.capture-map-message-attributes "
          + "experimental.capture-marker-attribute experimental.capture-mdc-attributes "
          + "experimental.capture-template experimental.map-message-attributes.excluded "
          + "experimental.map-message-attributes.included "
          + "experimental.mdc-attributes.excluded experimental.mdc-attributes.included"
    },
    {"log4j-context-data", "add-baggage"},
    {
      "logback-appender",
      "experimental-log-attributes experimental.capture-arguments "
          + "experimental.capture-code-attributes "
          + "experimental.capture-key-value-pair-attributes "
          + "experimental.capture-logger-context-attributes "
          + "experimental.capture-logstash-marker-attributes "
          + "experimental.capture-logstash-structured-arguments "
          + "experimental.capture-marker-attribute experimental.capture-mdc-attributes "
          + "experimental.capture-template experimental.key-value-pair-attributes.excluded "
          + "experimental.key-value-pair-attributes.included "
          + "experimental.logger-context-attributes.excluded "
          + "experimental.logger-context-attributes.included "
          + "experimental.logstash-marker-attributes.excluded "
          + "experimental.logstash-marker-attributes.included "
          + "experimental.logstash-structured-argument-attributes.excluded "
          + "experimental.logstash-structured-argument-attributes.included "
          + "experimental.mdc-attributes.excluded experimental.mdc-attributes.included"
    },
    {"logback-mdc", "add-baggage"},
    {
      "micrometer",
      "base-time-unit experimental.histogram-gauges.enabled histogram-gauges.enabled "
          + "prometheus-mode.enabled"
    },
    {"mongo", "query-sanitization.enabled"},
    {"netty", "connection-telemetry.enabled ssl-telemetry.enabled"},
    {"opensearch", "capture-search-query"},
    {"opentelemetry-annotations", "exclude-methods"},
    {"opentelemetry-instrumentation-annotations", "exclude-methods"},
    {"oshi", "experimental-metrics.enabled"},
    {"powerjob", "experimental-span-attributes"},
    {"pulsar", "experimental-span-attributes"},
    {"quartz", "experimental-span-attributes"},
    {"r2dbc", "experimental.sqlcommenter.enabled query-sanitization.enabled"},
    {"rabbitmq", "experimental-span-attributes"},
    {"reactor", "experimental-span-attributes"},
    {"reactor-netty", "connection-telemetry.enabled"},
    {"rocketmq-client", "experimental-span-attributes"},
    {
      "runtime-telemetry",
      "emit-experimental-jfr-metrics emit-experimental-metrics "
          + "experimental.jfr-metrics.excluded experimental.jfr-metrics.included "
          + "experimental.package-emitter.enabled "
          + "experimental.package-emitter.jars-per-second experimental.prefer-jfr"
    },
    {"rxjava", "experimental-span-attributes"},
    {
      "servlet",
      "experimental-span-attributes experimental.capture-request-parameters "
          + "experimental.request-parameters.excluded "
          + "experimental.request-parameters.included "
          + "experimental.trace-id-request-attribute.enabled"
    },
    {"spring-batch", "experimental-span-attributes experimental.chunk.new-trace item.enabled"},
    {"spring-cloud-gateway", "experimental-span-attributes"},
    {"spring-integration", "global-channel-interceptor-patterns producer.enabled"},
    {"spring-scheduling", "experimental-span-attributes"},
    {
      "spring-security",
      "enduser.role.granted-authority-prefix enduser.scope.granted-authority-prefix "
          + "user.roles.granted-authority-prefix"
    },
    {"spring-webmvc", "experimental-span-attributes"},
    {"spymemcached", "experimental-span-attributes"},
    {"twilio", "experimental-span-attributes"},
    {"xxl-job", "experimental-span-attributes"},
  };

  /** The reference agent's instrumentations that Weft does not have, without their versions. */
  private static final String INSTRUMENTATIONS =
      " "
          + "activej-http akka-actor akka-actor-forkjoin akka-http akka-http-client "
          + "akka-http-server akka-http-server-route alibaba-druid annotations "
          + "apache-commons-pool apache-dbcp apache-dubbo apache-elasticjob "
          + "apache-httpasyncclient apache-httpclient apache-shenyu armeria armeria-grpc "
          + "async-http-client avaje-jex aws-lambda aws-lambda-core aws-lambda-events "
          + "aws-sdk-bedrock-runtime aws-sdk-core aws-sdk-lambda aws-sdk-sns aws-sdk-sqs "
          + "axis2 azure-core azure-core-context c3p0 camel cassandra clickhouse "
          + "clickhouse-client clickhouse-client-v1 clickhouse-client-v2 couchbase cxf "
          + "dropwizard-metrics dropwizard-views elasticsearch elasticsearch-api-client "
          + "elasticsearch-rest elasticsearch-transport executors external-annotations "
          + "finagle-http finatra geode google-http-client grails graphql-java grizzly grpc "
          + "guava gwt hbase-client helidon hibernate hibernate-procedure-call "
          + "hibernate-reactive hibernate-reactive-mutiny hibernate-reactive-stage hikaricp "
          + "http-url-connection hystrix influxdb internal-application-logger "
          + "internal-class-loader internal-eclipse-osgi internal-reflection "
          + "internal-url-class-loader java-http-server javalin jaxrs "
          + "jaxrs-annotations jaxws jaxws-cxf jaxws-jws-api jaxws-metro "
          + "jboss-logmanager-appender jboss-logmanager-mdc jdbc-datasource jedis jersey "
          + "jetty-httpclient jfinal jms jodd-http jsf-mojarra jsf-myfaces jsp kafka "
          + "kafka-clients kafka-clients-metrics kafka-connect kafka-streams "
          + "kotlinx-coroutines kotlinx-coroutines-flow "
          + "kotlinx-coroutines-opentelemetry-instrumentation-annotations ktor ktor-client "
          + "ktor-server kubernetes-client lettuce liberty liberty-dispatcher "
          + "log4j-appender log4j-context-data log4j-mdc metro "
          + "micrometer mongo mongo-async mybatis nats netty okhttp openai openai-java "
          + "opensearch opensearch-java opensearch-rest opentelemetry-api "
          + "opentelemetry-api-incubator opentelemetry-extension-annotations "
          + "opentelemetry-extension-kotlin opentelemetry-instrumentation-annotations "
          + "opentelemetry-instrumentation-api oracle-ucp oshi payara pekko-actor "
          + "pekko-http pekko-http-client pekko-http-server pekko-http-server-route play "
          + "play-mvc play-ws powerjob pulsar quarkus quarkus-resteasy-reactive quartz "
          + "r2dbc rabbitmq ratpack reactor reactor-context-propagation-operator "
          + "reactor-kafka reactor-netty reactor-netty-server rediscala redisson "
          + "redisson-metrics resteasy restlet rmi rmi-client rmi-context-propagation "
          + "rmi-server rocketmq-client rxjava scala-forkjoin sofa-rpc spark spring-batch "
          + "spring-boot-actuator-autoconfigure spring-cloud-aws spring-cloud-gateway "
          + "spring-cloud-gateway-webmvc spring-core spring-data spring-integration "
          + "spring-jms spring-kafka spring-pulsar spring-rabbit spring-rmi "
          + "spring-scheduling spring-security-config spring-security-config-servlet "
          + "spring-security-config-webflux spring-web spring-webflux spring-webflux-client "
          + "spring-webflux-server spring-webmvc spring-ws spymemcached struts tapestry "
          + "tapir-pekko-http-server tapir-pekko-http-server-route thrift tomcat-dbcp "
          + "tomcat-jdbc twilio twitter-util-core undertow vaadin vertx vertx-http-client "
          + "vertx-kafka-client vertx-redis-client vertx-rx-java vertx-sql-client vertx-web "
          + "vibur-dbcp wicket xxl-job zio zio-http ";

  private UnhonouredLibraryKeys() {}

  static void addTo(Map<String, Key> table) {
    for (String[] options : OPTIONS) {
      String library = options[0];
      for (String option : Values.list(options[1].replace(' ', ','))) {
        String name = "otel.instrumentation." + library + "." + option;
        Key key = Key.notHonoured(name, "false", why(library));
        table.put(key.environmentName(), key);
      }
    }
  }

  /**
   * @param versionless a name in environment form, without versions
   */
  static boolean isInstrumentation(String versionless) {
    return Key.environmentName(INSTRUMENTATIONS).contains(" " + versionless + " ");
  }

  private static String why(String library) {
    return InstrumentationNames.contains(Key.environmentName(library))
        ? "Weft's instrumentation has no such option"
        : "Weft has no instrumentation " + library;
  }
}
