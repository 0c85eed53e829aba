package dev.tertulia.handler;

import java.io.IOException;
import java.io.InputStream;
import java.lang.classfile.ClassFile;
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
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.tertulia.bot.Chat;
import dev.tertulia.bot.Group;
import dev.tertulia.bot.Notice;
import dev.tertulia.bot.Person;
import dev.tertulia.bot.PrivateNotice;
import dev.tertulia.bot.PrivateReply;
import dev.tertulia.bot.Reply;

/**
 * Reads from the code of a method the names that it gives to timers, questions and tags. A name that is not written in the
 * call itself, or whose call has a choice among its arguments, is not known.
 */
final class NamesInCode {

    /** The calls that start timers. */
    static final NamesInCode TIMERS = new NamesInCode(Set.of("startTimer", "timer"), Group.class, Chat.class,
            Person.class);
    /** The calls that ask questions. */
    static final NamesInCode QUESTIONS = new NamesInCode(Set.of("asking", "askingAnyone"), Reply.class, Notice.class,
            PrivateReply.class, PrivateNotice.class);
    /** The calls that give tags. */
    static final NamesInCode TAGS = new NamesInCode(Set.of("tagged"), Reply.class, Notice.class, PrivateReply.class,
            PrivateNotice.class);

    private final Set<String> methods;
    private final Set<String> owners;

    private NamesInCode(Set<String> methods, Class<?>... owners) {
        this.methods = methods;
        this.owners = Stream.of(owners).map(type -> type.getName().replace('.', '/')).collect(Collectors.toSet());
    }

    /** The numbers of values that an instruction takes from the stack and puts on it. */
    private record Effect(int takes, int puts) {}

    /** Stands for a name that is not known. */
    static final String UNKNOWN = "";

    /** The names in the code of a class, {@link #UNKNOWN} among them; empty if its class file cannot be found. */
    Set<String> in(Class<?> type) {
        String file = "/" + type.getName().replace('.', '/') + ".class";
        try (InputStream in = type.getResourceAsStream(file)) {
            return in == null
                    ? Set.of()
                    : ClassFile.of().parse(in.readAllBytes()).methods().stream()
                            .flatMap(method -> Stream.concat(in(method), unknownIn(method)))
                            .collect(Collectors.toCollection(TreeSet::new));
        } catch (IOException e) {
            return Set.of();
        }
    }

    Stream<String> in(MethodModel method) {
        List<Instruction> code = method.code().stream().flatMap(of -> of.elementStream())
                .filter(Instruction.class::isInstance).map(Instruction.class::cast).toList();
        return IntStream.range(0, code.size()).boxed().flatMap(at -> namedAt(code, at).stream());
    }

    private Stream<String> unknownIn(MethodModel method) {
        long calls = method.code().stream().flatMap(code -> code.elementStream())
                .filter(element -> element instanceof InvokeInstruction call && isOne(call)).count();
        return calls > in(method).count() ? Stream.of(UNKNOWN) : Stream.empty();
    }

    private boolean isOne(InvokeInstruction call) {
        return methods.contains(call.name().stringValue()) && owners.contains(call.owner().asInternalName());
    }

    private Optional<String> namedAt(List<Instruction> code, int at) {
        if (!(code.get(at) instanceof InvokeInstruction call) || !isOne(call)) {
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

    /** Whether another branch ends immediately before and provides another value. */
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
