import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.classfile.ClassElement;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeModel;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodTransform;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes the classes of a jar without their code: what a later version is compared with. */
final class Baseline {

    private static final LocalDateTime TIME = LocalDateTime.of(1980, 1, 1, 0, 0);
    private static final ClassFile FILES = ClassFile.of(ClassFile.DebugElementsOption.DROP_DEBUG,
            ClassFile.ConstantPoolSharingOption.NEW_POOL);
    private static final ClassTransform WITHOUT_CODE = ClassTransform
            .dropping(Baseline::isPrivate)
            .andThen(ClassTransform.transformingMethods(MethodTransform.dropping(CodeModel.class::isInstance)));

    /** Whether a member of a class concerns nobody outside of it. */
    private static boolean isPrivate(ClassElement element) {
        return switch (element) {
            case MethodModel method -> method.flags().has(AccessFlag.PRIVATE);
            case FieldModel field -> field.flags().has(AccessFlag.PRIVATE);
            default -> false;
        };
    }

    public static void main(String[] args) throws IOException {
        if (args.length != 2) {
            throw new IllegalArgumentException("usage: java Baseline.java JAR BASELINE");
        }
        try (JarFile jar = new JarFile(args[0]);
                OutputStream file = Files.newOutputStream(Path.of(args[1]));
                ZipOutputStream out = new ZipOutputStream(file)) {
            List<JarEntry> classes = jar.stream().filter(entry -> entry.getName().endsWith(".class"))
                    .sorted(Comparator.comparing(JarEntry::getName)).toList();
            for (JarEntry entry : classes) {
                ZipEntry copy = new ZipEntry(entry.getName());
                copy.setTimeLocal(TIME);
                out.putNextEntry(copy);
                try (InputStream in = jar.getInputStream(entry)) {
                    out.write(FILES.transformClass(FILES.parse(in.readAllBytes()), WITHOUT_CODE));
                }
                out.closeEntry();
            }
        }
    }
}
