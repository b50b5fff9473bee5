package uk.concordat.notification.application;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import uk.concordat.notification.domain.About;
import uk.concordat.notification.domain.Basis;
import uk.concordat.notification.domain.CaseReference;
import uk.concordat.notification.domain.Notice;

/** What has been told, as the table {@code notification} holds it. */
public final class NoticeRow {

    /** What is read of the table, which is called {@code told}. */
    public static final String COLUMNS = """
            told.about, told.case_source, told.case_subject, told.reference, told.deadline_id, told.revision, told.rung,
            told.kind, told.due_on, told.due_before, told.basis_source, told.rule, told.paragraph, told.reading,
            told.ladder_working_days""";

    private NoticeRow() {}

    public static Notice read(ResultSet row) throws SQLException {
        return new Notice(
                About.of(row.getString("about")),
                new CaseReference(row.getString("case_source"), row.getString("case_subject")),
                row.getString("reference"),
                row.getObject("deadline_id", UUID.class),
                row.getInt("revision"),
                row.getInt("rung"),
                row.getString("kind"),
                row.getObject("due_on", LocalDate.class),
                Optional.ofNullable(row.getObject("due_before", LocalDate.class)),
                new Basis(
                        row.getString("basis_source"),
                        row.getString("rule"),
                        row.getString("paragraph"),
                        Optional.ofNullable(row.getString("reading")).orElse("")),
                Columns.number(row, "ladder_working_days"));
    }
}
