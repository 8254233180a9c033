// SPDX-License-Identifier: Apache-2.0
package dev.weft.smoke;

import dev.weft.testkit.RecordedLog;
import java.util.List;
import java.util.Map;

/** What the schema says of a log event. */
record SchemaLog(String event, Map<String, Object> item) {
  private static final Map<String, Integer> LEVELS =
      Map.of("DEBUG", 5, "INFO", 9, "WARN", 13, "ERROR", 17);

  void check(List<RecordedLog> all, List<String> missing) {
    List<RecordedLog> logs = all.stream().filter(log -> log.eventName().equals(event)).toList();
    String what = "log " + event;
    if (logs.size() != (Integer) item.get("count")) {
      missing.add(what + ": there are " + logs.size() + ", not " + item.get("count"));
    }
    for (RecordedLog log : logs) {
      if (log.timeNanos() == 0 || log.spanId().isEmpty()) {
        missing.add(what + ": has no time or no span: " + log);
      }
      SchemaValue.check(what, ElavaSchema.part(item, "attributes"), log.attributes(), missing);
    }
    List<Map<String, Object>> records = ElavaSchema.cast(item.get("records"));
    records.forEach(record -> record(logs, record, missing));
  }

  private void record(List<RecordedLog> all, Map<String, Object> record, List<String> missing) {
    Map<String, Object> where = ElavaSchema.part(record, "where");
    String what = "log " + event + " " + where;
    List<RecordedLog> logs =
        all.stream().filter(log -> SchemaValue.isPart(where, log.attributes())).toList();
    if (logs.size() != (Integer) record.get("count")) {
      missing.add(what + ": there are " + logs.size() + ", not " + record.get("count"));
    }
    for (RecordedLog log : logs) {
      if (log.severityNumber() != LEVELS.get((String) record.get("level"))) {
        missing.add(
            what + ": has severity " + log.severityNumber() + ", not " + record.get("level"));
      }
      if (record.containsKey("body") && !SchemaValue.fits(record.get("body"), log.body())) {
        missing.add(what + ": says " + log.body() + ", not " + record.get("body"));
      }
      SchemaValue.check(what, ElavaSchema.part(record, "attributes"), log.attributes(), missing);
    }
  }
}
