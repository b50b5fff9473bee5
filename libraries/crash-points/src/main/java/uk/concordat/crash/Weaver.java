package uk.concordat.crash;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassHierarchyResolver;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.ReturnInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.lang.constant.MethodTypeDesc;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Puts a call of {@link Crash#reach} at each point of a class. */
public final class Weaver {

    private static final ClassDesc CRASH = ClassDesc.of("uk.concordat.crash.Crash");
    private static final MethodTypeDesc REACH = MethodTypeDesc.of(ConstantDescs.CD_void, ConstantDescs.CD_String);

    /** @param found the points that the class has */
    public record Woven(byte[] bytes, Set<CrashPoint> found) {}

    private Weaver() {}

    /** @param loader where classes that the class names are looked up, without being loaded */
    public static Woven weave(byte[] bytes, List<CrashPoint> points, ClassLoader loader) {
        ClassFile classFile = ClassFile.of(ClassFile.ClassHierarchyResolverOption.of(
                ClassHierarchyResolver.ofResourceParsing(loader).orElse(ClassHierarchyResolver.defaultResolver())));
        Set<CrashPoint> found = EnumSet.noneOf(CrashPoint.class);
        ClassTransform transform = (builder, element) -> {
            List<CrashPoint> here = element instanceof MethodModel method ? pointsIn(method, points) : List.of();
            if (here.isEmpty() || !(element instanceof MethodModel method)) {
                builder.with(element);
            } else {
                builder.transformMethod(method, MethodTransform.transformingCode(code(here, found)));
            }
        };
        return new Woven(classFile.transformClass(classFile.parse(bytes), transform), found);
    }

    private static List<CrashPoint> pointsIn(MethodModel method, List<CrashPoint> points) {
        String name = method.methodName().stringValue();
        return points.stream().filter(point -> point.place().isIn(name)).toList();
    }

    private static CodeTransform code(List<CrashPoint> points, Set<CrashPoint> found) {
        return (builder, element) -> {
            List<CrashPoint> before = new ArrayList<>();
            List<CrashPoint> after = new ArrayList<>();
            for (CrashPoint point : points) {
                switch (point.place().moment()) {
                    case BEFORE -> addIf(isCall(element, point), before, point);
                    case AFTER -> addIf(isCall(element, point), after, point);
                    case ON_LEAVING -> addIf(element instanceof ReturnInstruction, before, point);
                }
            }
            found.addAll(before);
            found.addAll(after);
            before.forEach(point -> reach(builder, point));
            builder.with(element);
            after.forEach(point -> reach(builder, point));
        };
    }

    private static boolean isCall(CodeElement element, CrashPoint point) {
        return element instanceof InvokeInstruction call
                && point.place()
                        .isCallOf(call.owner().asInternalName(), call.name().stringValue());
    }

    private static void addIf(boolean isHere, List<CrashPoint> points, CrashPoint point) {
        if (isHere) {
            points.add(point);
        }
    }

    /** Takes nothing from the operand stack and leaves nothing on it. */
    private static void reach(CodeBuilder builder, CrashPoint point) {
        builder.loadConstant(point.code()).invokestatic(CRASH, "reach", REACH);
    }
}
