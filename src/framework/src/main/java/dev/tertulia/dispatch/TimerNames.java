package dev.tertulia.dispatch;

import java.lang.classfile.Instruction;
import java.lang.classfile.MethodModel;
import java.lang.classfile.Opcode;
import java.lang.classfile.instruction.ArrayLoadInstruction;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.ConstantInstruction;
import java.lang.classfile.instruction.ConvertInstruction;
import java.lang.classfile.instruction.FieldInstruction;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LoadInstruction;
import java.lang.classfile.instruction.NewObjectInstruction;
import java.lang.classfile.instruction.StackInstruction;
import java.lang.classfile.instruction.TypeCheckInstruction;
import java.lang.constant.MethodTypeDesc;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tertulia.bot.Group;

/**
 * Reads from the code of a method with which names it starts timers. A name that is not written in the call itself, or
 * whose call has a choice among its arguments, is not known.
 */
final class TimerNames {

    private static final String OWNER = Group.class.getName().replace('.', '/');
    private static final String START = "startTimer";

    private TimerNames() {}

    /** What an instruction takes from the stack and puts there, in values. */
    private record Effect(int takes, int puts) {}

    static Stream<String> in(MethodModel method) {
        List<Instruction> code = method.code().stream().flatMap(of -> of.elementStream())
                .filter(Instruction.class::isInstance).map(Instruction.class::cast).toList();
        return IntStream.range(0, code.size()).boxed().flatMap(at -> startedAt(code, at).stream());
    }

    private static Optional<String> startedAt(List<Instruction> code, int at) {
        if (!(code.get(at) instanceof InvokeInstruction call) || !call.name().equalsString(START)
                || !call.owner().asInternalName().equals(OWNER)) {
            return Optional.empty();
        }
        int above = call.typeSymbol().parameterCount() - 1;
        int before = at - 1;
        for (; above > 0 && before >= 0; before--) {
            Optional<Effect> effect = effect(code.get(before));
            if (effect.isEmpty()) {
                return Optional.empty();
            }
            above += effect.get().takes() - effect.get().puts();
        }
        return above == 0 && before >= 0 && !isChoice(code, before)
                && code.get(before) instanceof ConstantInstruction name && name.constantValue() instanceof String text
                        ? Optional.of(text)
                        : Optional.empty();
    }

    /** Whether another branch, which ends just before, brings another value. */
    private static boolean isChoice(List<Instruction> code, int at) {
        return at > 0 && code.get(at - 1) instanceof BranchInstruction;
    }

    private static Optional<Effect> effect(Instruction instruction) {
        return Optional.ofNullable(switch (instruction) {
            case LoadInstruction _,ConstantInstruction _,NewObjectInstruction _ -> new Effect(0, 1);
            case InvokeInstruction call -> new Effect(
                    call.typeSymbol().parameterCount() + (call.opcode() == Opcode.INVOKESTATIC ? 0 : 1),
                    results(call.typeSymbol()));
            case InvokeDynamicInstruction call ->
                new Effect(call.typeSymbol().parameterCount(), results(call.typeSymbol()));
            case FieldInstruction field when field.opcode() == Opcode.GETSTATIC -> new Effect(0, 1);
            case FieldInstruction field when field.opcode() == Opcode.GETFIELD -> new Effect(1, 1);
            case TypeCheckInstruction _,ConvertInstruction _ -> new Effect(1, 1);
            case ArrayLoadInstruction _ -> new Effect(2, 1);
            case StackInstruction copy when copy.opcode() == Opcode.DUP -> new Effect(1, 2);
            default -> null;
        });
    }

    private static int results(MethodTypeDesc type) {
        return type.returnType().descriptorString().equals("V") ? 0 : 1;
    }
}
