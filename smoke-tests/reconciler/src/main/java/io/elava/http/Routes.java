// SPDX-License-Identifier: Apache-2.0
package io.elava.http;

import jakarta.servlet.http.HttpServlet;
import java.util.List;

/** A servlet and the paths it answers. */
public record Routes(String name, HttpServlet servlet, List<String> paths) {}
