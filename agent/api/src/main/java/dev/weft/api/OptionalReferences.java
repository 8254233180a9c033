// SPDX-License-Identifier: Apache-2.0
package dev.weft.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class of an instrumentation that uses what only some served versions of the library have,
 * and that its callers do without where it fails to link: what it refers to is not required.
 */
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface OptionalReferences {}
