package uk.concordat.protocols.authority;

import java.util.List;
import java.util.Set;

/**
 * A line of a service's table of who may do what. Services decide by their tables, each operation of their APIs names the
 * lines that it stands under ({@code x-authority}), and {@code docs/authority.md} prints both. Lines are constants of an
 * enum; where a protocol says so too, they name its rules by {@link Serves}.
 */
public interface AuthorityLine {

    /** Its name, unique in its service. */
    String code();

    /** What it lets somebody do, such as "answer an enquiry". */
    String act();

    /** Of which kinds those are who may. */
    Set<CallerKind> callers();

    /** Who may, each in words. */
    List<String> who();

    /** The code that others of such a kind are refused with, or in words what they find. */
    String toOthers();
}
