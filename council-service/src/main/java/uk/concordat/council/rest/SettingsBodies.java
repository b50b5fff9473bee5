package uk.concordat.council.rest;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import uk.concordat.council.domain.CouncilSettings;
import uk.concordat.council.domain.SettingsChange;
import uk.concordat.council.rest.CalendarBodies.PersonBody;
import uk.concordat.kit.council.Directory;
import uk.concordat.protocols.rules.Citation;

/** What a council sets for itself over REST: all of it local, none of it the protocol's. */
public final class SettingsBodies {

    static final int TEXT = 2_000;
    private static final String TIME = "^([01][0-9]|2[0-3]):[0-5][0-9]$";

    private SettingsBodies() {}

    /** The council's own target for something to which its protocol gives no limit. */
    @Schema(name = "LocalTarget")
    public record TargetBody(
            @Schema(
                    required = true,
                    enumeration = {"member-to-officer", "officer-to-member"})
            String direction,

            @Schema(
                    required = true,
                    enumeration = {"acknowledgement", "first-response", "full-response"})
            String kind,

            @Schema(required = true, implementation = Integer.class, minimum = "1", maximum = "260")
            Integer workingDays) {}

    /** The hours, by the council's clock, in which no mail is sent; up to {@code to}, of the next day where that is not later. */
    @Schema(name = "QuietHours")
    public record HoursBody(
            @Schema(required = true, pattern = TIME, examples = "19:00")
            String from,

            @Schema(required = true, pattern = TIME, examples = "07:30")
            String to) {}

    /** All that a council can set for itself; what is left out is not set, and does not happen. */
    @Schema(name = "LocalSettings")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ValuesBody(
            @Schema(implementation = Integer.class) Optional<Integer> reminderWorkingDays,
            @Schema(implementation = Integer.class) Optional<Integer> rungWorkingDays,
            @Schema(implementation = Integer.class) Optional<Integer> followUpWorkingDays,
            @Schema(implementation = HoursBody.class) Optional<HoursBody> quietHours,
            List<TargetBody> targets) {

        static ValuesBody of(CouncilSettings settings) {
            return new ValuesBody(
                    settings.days().reminderWorkingDays(),
                    settings.days().rungWorkingDays(),
                    settings.days().followUpWorkingDays(),
                    settings.quietHours()
                            .map(hours -> new HoursBody(
                                    hours.from().toString(), hours.to().toString())),
                    settings.targets().stream()
                            .map(target -> new TargetBody(target.direction(), target.kind(), target.workingDays()))
                            .toList());
        }
    }

    /** What is to be set: all of it anew, from a day on. */
    @Schema(name = "NewLocalSettings")
    public record NewSettings(
            @Schema(implementation = Integer.class, minimum = "1", maximum = "60")
            Optional<Integer> reminderWorkingDays,

            @Schema(implementation = Integer.class, minimum = "1", maximum = "60")
            Optional<Integer> rungWorkingDays,

            @Schema(implementation = Integer.class, minimum = "1", maximum = "60")
            Optional<Integer> followUpWorkingDays,

            @Schema(implementation = HoursBody.class) Optional<HoursBody> quietHours,

            @Schema(description = "Only for what the protocol in force on that day leaves open")
            Optional<List<TargetBody>> targets,

            @Schema(
                    implementation = LocalDate.class,
                    description = "The first day on which it is so; today if left out")
            Optional<LocalDate> from,

            @Schema(required = true, maxLength = TEXT, description = "Why; shown to the people of the council")
            String reason) {}

    /** What the protocol says where it gives no limit. */
    @Schema(name = "LeftOpen")
    public record OpenBody(String rule, String paragraph, String reading) {

        static OpenBody of(Citation citation) {
            return new OpenBody(
                    citation.rule(), citation.paragraph(), citation.reading().code());
        }
    }

    /** Who may change them: whom the protocol in force names, or, where it names nobody, the Head of Paid Service. */
    @Schema(name = "SettingsChangedBy")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record ChangedBy(
            List<String> roles,
            @Schema(implementation = OpenBody.class) Optional<OpenBody> because) {}

    /**
     * One setting.
     *
     * @param setting {@code target}, {@code quietHours}, or a number of working days by its name
     * @param source {@code local}, or {@code local-target}: never the protocol
     * @param workingDays the number in force; absent where it is not set, or is no number
     * @param unstated the rule that leaves it open, where the protocol speaks of it
     * @param effective of a target, whether the protocol in force still leaves it open
     * @param since the first day on which it has been so
     * @param setBy who set it; absent where the council's files did
     */
    @Schema(name = "LocalSetting")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Item(
            String setting,
            @Schema(implementation = String.class) Optional<String> direction,
            @Schema(implementation = String.class) Optional<String> kind,
            String source,
            @Schema(implementation = Integer.class) Optional<Integer> workingDays,
            @Schema(implementation = HoursBody.class) Optional<HoursBody> hours,
            @Schema(implementation = OpenBody.class) Optional<OpenBody> unstated,
            @Schema(implementation = Boolean.class) Optional<Boolean> effective,
            @Schema(implementation = LocalDate.class) Optional<LocalDate> since,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> setBy,

            @Schema(implementation = Instant.class) Optional<Instant> setAt) {}

    /** What will hold from a day that is still ahead. */
    @Schema(name = "PlannedSettings")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Planned(
            LocalDate from,
            ValuesBody settings,
            @Schema(implementation = String.class) Optional<String> reason,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> setBy,

            @Schema(implementation = Instant.class) Optional<Instant> setAt) {

        static Planned of(SettingsChange change, Directory directory) {
            return new Planned(
                    change.from(),
                    ValuesBody.of(change.settings()),
                    change.by().map(SettingsChange.ByOfficer::reason),
                    change.by().flatMap(by -> PersonBody.of(by.person(), directory)),
                    change.by().map(SettingsChange.ByOfficer::at));
        }
    }

    /** The pack by which it is judged what is left open. */
    @Schema(name = "PackInForce")
    public record PackBody(String pack, String version) {}

    /**
     * What a council has set for itself.
     *
     * @param on the day it is in the council
     * @param settings what is in force, as it is sent to change it
     * @param items the same one by one, with what the protocol leaves open, since when and by whom
     * @param planned what is to hold later, by days
     * @param closures when its offices are closed, from today on; they are changed under {@code /closures}
     */
    @Schema(name = "CouncilSettings")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Settings(
            String council,
            LocalDate on,
            @Schema(implementation = PackBody.class) Optional<PackBody> protocol,
            ChangedBy changedBy,
            ValuesBody settings,
            List<Item> items,
            List<Planned> planned,
            List<ClosureBodies.ClosureBody> closures) {}

    /** What one setting was and became; what is absent was not set. */
    @Schema(name = "SettingDifference")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Difference(
            String setting,
            @Schema(implementation = String.class) Optional<String> direction,
            @Schema(implementation = String.class) Optional<String> kind,
            @Schema(implementation = String.class) Optional<String> was,
            @Schema(implementation = String.class) Optional<String> became) {}

    /**
     * A change as it was recorded.
     *
     * @param from the first day on which it was to be so
     * @param source {@code officer}, or {@code council.csv} where the council's files set it
     */
    @Schema(name = "SettingsChange")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record Change(
            LocalDate from,
            String source,
            @Schema(implementation = Instant.class) Optional<Instant> at,

            @Schema(implementation = PersonBody.class) Optional<PersonBody> by,

            @Schema(implementation = String.class) Optional<String> reason,
            List<Difference> changes) {}

    /** All changes, the newest first. */
    @Schema(name = "SettingsHistory")
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record History(
            List<Change> items,
            @Schema(implementation = String.class) Optional<String> next) {}
}
