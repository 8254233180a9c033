// SPDX-License-Identifier: Apache-2.0
package dev.weft.engine.weave;

import net.bytebuddy.jar.asm.Opcodes;
import net.bytebuddy.jar.asm.Type;

/**
 * The advice of a telemetry rule for one method: it is given all arguments, whatever their number.
 * There is no class behind it, only what {@link RuleLinks} answers. In woven code the rule takes
 * the place of an instrumentation, and the method that of an advice class.
 */
final class RuleAdvice {
  /** What the name of a rule begins with, so that it cannot be that of an instrumentation. */
  static final String PREFIX = "rule:";

  /** A method may have 255 parameters (JVMS §4.3.3), and we give two more to ours. */
  private static final int MOST_SLOTS = 250;

  private static final String OBJECT = "Ljava/lang/Object;";

  private RuleAdvice() {}

  static boolean possible(int access, String name, String descriptor) {
    return (access & (Opcodes.ACC_ABSTRACT | Opcodes.ACC_NATIVE)) == 0
        && !name.startsWith("<")
        && Type.getArgumentsAndReturnSizes(descriptor) >> 2 < MOST_SLOTS;
  }

  /**
   * Returns the advice.
   *
   * @param key names the method to {@link RuleLinks}
   */
  static Survey.Advice of(String rule, String key, String descriptor) {
    Type[] parameters = Type.getArgumentTypes(descriptor);
    StringBuilder enter = new StringBuilder("(").append(OBJECT);
    AdviceMethod.Given[] given = new AdviceMethod.Given[parameters.length + 1];
    given[0] = given(AdviceMethod.Source.THIS, 0);
    for (int i = 0; i < parameters.length; i++) {
      enter.append(erased(parameters[i]));
      given[i + 1] = given(AdviceMethod.Source.ARGUMENT, i);
    }
    enter.append(')').append(OBJECT);
    boolean publishing = isPublisher(Type.getReturnType(descriptor));
    String result = erased(Type.getReturnType(descriptor));
    String exit = "(" + OBJECT + result + "Ljava/lang/Throwable;)" + (publishing ? OBJECT : "V");
    AdviceMethod.Given[] ended = {
      given(AdviceMethod.Source.ENTER, 0),
      given(AdviceMethod.Source.RETURN, 0),
      given(AdviceMethod.Source.THROWN, 0)
    };
    return new Survey.Advice(
        PREFIX + rule,
        new WovenAdvice(
            key,
            new AdviceMethod("enter", enter.toString(), given),
            new AdviceMethod(publishing ? "publish" : "exit", exit, ended),
            true,
            publishing ? WovenAdvice.TO_RETURNED : ""));
  }

  /** What Project Reactor returns tells nobody when it is done: another is returned that does. */
  private static boolean isPublisher(Type type) {
    String name = type.getDescriptor();
    return name.equals("Lreactor/core/publisher/Mono;")
        || name.equals("Lreactor/core/publisher/Flux;");
  }

  private static AdviceMethod.Given given(AdviceMethod.Source source, int index) {
    return new AdviceMethod.Given(source, index, "");
  }

  private static String erased(Type type) {
    boolean primitive = type.getSort() != Type.VOID && type.getSort() < Type.ARRAY;
    return primitive ? type.getDescriptor() : OBJECT;
  }
}
