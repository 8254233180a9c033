// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.resource;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The id of the container, as control groups and mounts show it; as the reference agent reads it.
 */
final class Cgroup {
  private static final int DIGITS = 64;
  private static final String POD_VOLUMES = "/pods/";
  private static final int UID_LENGTH = 36;

  private Cgroup() {}

  /** Returns {@code container.id}, or null. */
  static @Nullable String containerId(Surroundings surroundings) {
    for (String line : surroundings.lines("/proc/self/cgroup")) {
      String id = versionOne(line);
      if (id != null) {
        return id;
      }
    }
    return versionTwo(surroundings.lines("/proc/self/mountinfo"));
  }

  /** {@code 14:name=systemd:/docker/<id>}, with something before a '-' or ':' or after a '.'. */
  private static @Nullable String versionOne(String line) {
    int slash = line.lastIndexOf('/');
    if (slash < 0) {
      return null;
    }
    String section = line.substring(slash + 1);
    int colon = section.lastIndexOf(':');
    if (colon >= 0) {
      return id(section.substring(colon + 1));
    }
    int dot = section.lastIndexOf('.');
    int end = dot < 0 ? section.length() : dot;
    int start = section.lastIndexOf('-') + 1;
    return start > end ? null : id(section.substring(start, end));
  }

  private static @Nullable String versionTwo(List<String> mounts) {
    String id = behind("/crio-", mounts);
    if (id == null) {
      id = behind("cri-containerd:", mounts);
    }
    for (int i = mounts.size() - 1; i >= 0 && id == null; i--) {
      id = inContainersFolder(mounts.get(i));
    }
    return id;
  }

  private static @Nullable String behind(String mark, List<String> mounts) {
    for (String mount : mounts) {
      int at = mount.indexOf(mark);
      int start = at + mark.length();
      if (at >= 0 && start + DIGITS <= mount.length()) {
        String id = id(mount.substring(start, start + DIGITS));
        if (id != null) {
          return id;
        }
      }
    }
    return null;
  }

  /** {@code 473 456 254:1 /docker/containers/<id>/resolv.conf /etc/resolv.conf ...}. */
  private static @Nullable String inContainersFolder(String mount) {
    String[] fields = mount.split(" ", 5);
    int folder = fields.length < 5 ? -1 : fields[3].indexOf("/containers/");
    for (int i = folder + 12; folder >= 0 && i + DIGITS <= fields[3].length(); i++) {
      String id = id(fields[3].substring(i, i + DIGITS));
      if (id != null) {
        return id;
      }
    }
    return null;
  }

  private static @Nullable String id(String text) {
    if (text.length() != DIGITS) {
      return null;
    }
    for (int i = 0; i < DIGITS; i++) {
      char c = text.charAt(i);
      if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
        return null;
      }
    }
    return text;
  }

  /** Returns the id of the pod whose files the kubelet has mounted, or null. */
  static @Nullable String podUid(Surroundings surroundings) {
    for (String mount : surroundings.lines("/proc/self/mountinfo")) {
      int at = mount.indexOf(POD_VOLUMES);
      int start = at + POD_VOLUMES.length();
      if (at >= 0 && start + UID_LENGTH < mount.length()) {
        String uid = mount.substring(start, start + UID_LENGTH);
        if (isUid(uid) && mount.charAt(start + UID_LENGTH) == '/') {
          return uid;
        }
      }
    }
    return null;
  }

  private static boolean isUid(String text) {
    for (int i = 0; i < UID_LENGTH; i++) {
      boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
      char c = text.charAt(i);
      boolean digit = c >= '0' && c <= '9' || c >= 'a' && c <= 'f';
      if (dash ? c != '-' : !digit) {
        return false;
      }
    }
    return true;
  }
}
