package uk.concordat.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;

/** The key pair by which a local stack signs and verifies tokens; made at its first use, the private half for the owner only. */
final class Keys {

    private final StackDirectory directory;

    Keys(StackDirectory directory) {
        this.directory = directory;
    }

    synchronized PrivateKey privateKey() {
        makeOnce();
        try {
            byte[] encoded = Base64.getMimeDecoder().decode(body(directory.privateKey()));
            return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
        } catch (GeneralSecurityException unreadable) {
            throw new StackFailure("The key " + directory.privateKey() + " cannot be read", unreadable);
        }
    }

    /** The public key as services are configured with it: base64 of its DER form. */
    synchronized String publicKey() {
        makeOnce();
        return body(directory.publicKey()).replaceAll("\\s", "");
    }

    private void makeOnce() {
        if (Files.exists(directory.publicKey())) {
            return;
        }
        try {
            Files.createDirectories(directory.privateKey().getParent());
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            KeyPair pair = generator.generateKeyPair();
            Files.deleteIfExists(directory.privateKey());
            Files.createFile(
                    directory.privateKey(),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(
                    directory.privateKey(), pem("PRIVATE KEY", pair.getPrivate().getEncoded()));
            Files.writeString(
                    directory.publicKey(), pem("PUBLIC KEY", pair.getPublic().getEncoded()));
        } catch (IOException | GeneralSecurityException failure) {
            throw new StackFailure("The keys of the local stack could not be made", failure);
        }
    }

    private static String pem(String what, byte[] encoded) {
        return "-----BEGIN %1$s-----\n%2$s\n-----END %1$s-----\n"
                .formatted(what, Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(encoded));
    }

    private static String body(Path pem) {
        try {
            return Files.readString(pem).replaceAll("-----[A-Z ]+-----", "");
        } catch (IOException failure) {
            throw new StackFailure("The key " + pem + " cannot be read", failure);
        }
    }
}
